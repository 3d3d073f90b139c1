const KINDS = [ 'wrong', 'added', 'changed' ];

/** Lists what is wrong; each entry leads to its element. */
export function listFindings(list, findings, show) {
  list.replaceChildren(...findings.map(({ id, message }) => {
    const entry = document.createElement('li');
    entry.dataset.element = id;
    entry.dataset.kind = 'wrong';
    entry.textContent = message;
    return entry;
  }));
  list.nextElementSibling.hidden = findings.length > 0; // Says that there are none
  linkElements(list, show);
}

/** Makes the entries of a list lead to their elements. */
export function linkElements(list, show) {
  for (const entry of list.querySelectorAll('li[data-element]')) {
    const link = document.createElement('button');
    link.type = 'button';
    link.className = 'btn btn-link';
    link.append(...entry.childNodes);
    link.addEventListener('click', () => show(entry.dataset.element));
    entry.replaceChildren(link);
  }
}

/** Marks on the diagram what the lists of the page tell of its elements. */
export function markElements(modeler, page) {
  const canvas = modeler.get('canvas');
  const told = new Set([ ...page.querySelectorAll('li[data-kind]') ].map(({ dataset }) => `${ dataset.kind } ${ dataset.element }`));
  modeler.get('elementRegistry').forEach(({ id }) => KINDS.forEach(kind => {
    const change = told.has(`${ kind } ${ id }`) ? 'addMarker' : 'removeMarker';
    canvas[change](id, kind);
  }));
}
