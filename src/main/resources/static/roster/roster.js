// What the libraries leave open: times in the viewer's own zone, and dialogs that open, close and give the focus back. Pages work without this file.

const language = document.documentElement.lang;
const { timeZone } = document.documentElement.dataset; // The browser's where the account has none
const absolute = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
const exact = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long', timeZone });
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
const units = [['day', 86400], ['hour', 3600], ['minute', 60]];
const NEAR = 30 * 86400;

function distance(instant) {
  const seconds = (instant - Date.now()) / 1000;
  if (Math.abs(seconds) > NEAR) return '';
  const [unit, length] = units.find(([, length]) => Math.abs(seconds) >= length) ?? units.at(-1);
  return relative.format(Math.round(seconds / length), unit);
}

function showTimes() {
  for (const time of document.querySelectorAll('time[datetime]')) {
    const instant = new Date(time.dateTime);
    const near = document.createElement('small');
    near.textContent = distance(instant);
    time.replaceChildren(absolute.format(instant), ' ', near);
    time.title = exact.format(instant);
  }
}

showTimes();
setInterval(showTimes, 30_000);
document.body.addEventListener('htmx:load', showTimes);

const dialog = document.getElementById('dialog');
if (dialog) {
  const content = document.getElementById('dialog-content');
  const modal = bootstrap.Modal.getOrCreateInstance(dialog);
  let opener = '';
  const focusFirst = () => content.querySelector('.is-invalid, [autofocus], .btn-close')?.focus();

  document.body.addEventListener('htmx:beforeRequest', ({ detail }) => {
    if (detail.target === content && !content.contains(detail.elt)) opener = detail.elt.id;
  });
  document.body.addEventListener('htmx:afterSwap', ({ detail }) => {
    if (detail.target !== content || !content.firstElementChild) return;
    modal.show();
    focusFirst();
  });
  // After the answer that closes the dialog has been put in, for it is found through the dialog
  document.body.addEventListener('roster:done', () => setTimeout(() => modal.hide()));
  dialog.addEventListener('shown.bs.modal', focusFirst);
  dialog.addEventListener('hidden.bs.modal', () => {
    content.replaceChildren();
    (document.getElementById(opener) ?? document.getElementById('main')).focus();
  });
}
