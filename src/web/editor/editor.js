// The page on which platform operators edit a diagram. The server says what is wrong with it and what would change; here it is drawn.
import { showNumbers } from '../../main/resources/static/roster/numbers.js';
import { showElements } from './elements.js';
import { lint } from './lint.js';
import { createModeler } from './modeler.js';
import { linkElements, listFindings, markElements } from './marks.js';

const page = document.getElementById('editor');
const draft = document.getElementById('draft');
const plan = document.getElementById('plan');
const findings = document.getElementById('findings');
const properties = document.getElementById('properties');
const modeler = createModeler(document.getElementById('canvas'), properties);
const canvas = modeler.get('canvas');
const PALETTE = 130;
const MARGIN = 20;
let edited = false;

/** Leads to an element, and the keyboard to what can be said of it. */
function show(id) {
  const element = modeler.get('elementRegistry').get(id);
  if (!element) return;
  canvas.scrollToElement(element);
  modeler.get('selection').select(element);
  properties.focus();
}

/** As large as there is room beside the palette. */
function fit() {
  const { inner, outer } = canvas.viewbox();
  const scale = Math.min(1, (outer.width - PALETTE - MARGIN) / inner.width, (outer.height - 2 * MARGIN) / inner.height);
  canvas.viewbox({ x: inner.x - PALETTE / scale, y: inner.y - MARGIN / scale, width: outer.width / scale, height: outer.height / scale });
}

async function look() {
  listFindings(findings, await lint(modeler.getDefinitions()), show);
  showElements(document.getElementById('element'), modeler);
  markElements(modeler, page);
}

modeler.on('commandStack.changed', () => {
  edited = true;
  const outdated = document.getElementById('outdated');
  if (outdated) outdated.hidden = false;
  look();
});
document.getElementById('element').addEventListener('change', ({ target }) => show(target.value));
for (const step of [ 'undo', 'redo' ]) {
  document.getElementById(step).addEventListener('click', () => modeler.get('commandStack')[step]());
}

// What is sent is the drawing as it is at that moment
page.addEventListener('htmx:confirm', async event => {
  event.preventDefault();
  draft.value = (await modeler.saveXML({ format: true })).xml;
  event.detail.issueRequest();
});
document.body.addEventListener('htmx:afterSwap', ({ detail }) => {
  if (detail.target === plan) {
    linkElements(plan, show);
    markElements(modeler, page);
    plan.focus();
  }
});

// Nothing that was drawn is lost by accident
document.body.addEventListener('htmx:beforeOnLoad', ({ detail }) => {
  if (detail.xhr.getResponseHeader('HX-Redirect')) edited = false;
});
addEventListener('beforeunload', event => { if (edited) event.preventDefault(); });

const answer = await fetch(page.dataset.bpmn);
await modeler.importXML(await answer.text());
fit();
showNumbers(modeler);
look();
