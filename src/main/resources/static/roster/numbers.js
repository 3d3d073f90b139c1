// Puts on each element of a diagram how many instances are there. The page lists the same in words.
export function showNumbers(diagram) {
  const overlays = diagram.get('overlays');
  const elements = diagram.get('elementRegistry');
  const numbers = new Map();
  for (const { dataset: { element, instances } } of document.querySelectorAll('[data-instances]')) {
    numbers.set(element, (numbers.get(element) ?? 0) + Number(instances));
  }
  overlays.remove({ type: 'number' });
  for (const [element, number] of numbers) {
    if (!elements.get(element)) continue; // It is on another version
    const html = document.createElement('div');
    html.className = 'number';
    html.textContent = number;
    overlays.add(element, 'number', { position: { top: -14, left: -14 }, html });
  }
}

// Puts on each element what the row of a table says about it
export function showCounts(diagram, table) {
  const overlays = diagram.get('overlays');
  for (const row of table.querySelectorAll('tr[data-element]')) {
    const html = document.createElement('div');
    html.className = 'counts';
    html.ariaHidden = 'true'; // The table tells it
    for (const { dataset: { count }, textContent } of row.querySelectorAll('[data-count]')) {
      if (textContent === '0') continue;
      const badge = document.createElement('span');
      badge.className = count;
      badge.textContent = textContent;
      html.append(badge);
    }
    if (html.hasChildNodes()) overlays.add(row.dataset.element, 'count', { position: { top: 0, left: -8 }, show: { minZoom: 0 }, scale: false, html });
  }
}
