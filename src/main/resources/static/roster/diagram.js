// Draws a diagram, and marks where a process stands or how many do. Without this file, or the viewer that the build bundles, the sentence above it says so alone.

import { showCounts, showNumbers } from './numbers.js';

const library = new URL('../bpmn-js/dist/', import.meta.url);
const MARGIN = 20;
let loading;

const viewer = () => loading ??= import(new URL('bpmn-viewer.production.min.js', library)).then(() => {
  for (const name of ['diagram-js', 'bpmn-js']) {
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = new URL(`assets/${name}.css`, library);
    document.head.append(style);
  }
});

async function draw(place) {
  const container = document.createElement('div');
  const [answer] = await Promise.all([fetch(place.dataset.bpmn), viewer()]);
  if (!answer.ok) return;
  place.hidden = false;
  place.replaceChildren(container);
  const drawing = new BpmnJS({
    container,
    bpmnRenderer: { defaultFillColor: 'var(--bs-body-bg)', defaultStrokeColor: 'var(--bs-body-color)', defaultLabelColor: 'var(--bs-body-color)' },
  });
  await drawing.importXML(await answer.text());
  const canvas = drawing.get('canvas');
  const { x, y, width, height } = canvas.viewbox().inner;
  const box = { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  container.style.aspectRatio = box.width / box.height;
  canvas.resized();
  canvas.viewbox(box);
  place.dataset.at?.split(' ').filter(Boolean).forEach(id => canvas.addMarker(id, 'stands'));
  showNumbers(drawing);
  if (place.dataset.counts) showCounts(drawing, document.getElementById(place.dataset.counts));
  const picture = container.querySelector('svg');
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-labelledby', place.getAttribute('aria-labelledby'));
}

function drawAll() {
  for (const place of document.querySelectorAll('.diagram:not([data-begun])')) {
    place.dataset.begun = '';
    draw(place).catch(() => { place.hidden = true; });
  }
}

drawAll();
document.body.addEventListener('htmx:load', drawAll);
