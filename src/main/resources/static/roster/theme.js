// Light or dark as the system is, before anything is painted
const dark = matchMedia('(prefers-color-scheme: dark)');
const paint = () => { document.documentElement.dataset.bsTheme = dark.matches ? 'dark' : 'light'; };
dark.addEventListener('change', paint);
paint();
