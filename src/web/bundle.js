// Bundles the editor of diagrams for the pages, with the licences of what is in it: node src/web/bundle.js target/classes/static/editor
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { resolve } = require('node:path');
const { build } = require('esbuild');

const folder = resolve(process.argv[2]);
const PACKAGE = /^node_modules\/((?:@[^/]+\/)?[^/]+)/;

/** Our pages refuse styles inside of markup: drawings take them as attributes, and editor.css says them for the panel. */
const noInlineStyles = {
  name: 'no-inline-styles',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules\/bpmn-js(-properties-panel)?\/.*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/ style="([\w-]+:[^"]+)"/g, (_, styles) => styles.replace(/\s*([\w-]+):\s*([^;]+);?/g, ' $1="$2"'))
    }));
  }
};

const bundled = build({
  absWorkingDir: __dirname,
  entryPoints: [ 'editor/editor.js', 'editor/editor.css' ],
  outdir: folder,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  loader: { '.bpmnlintrc': 'json', '.eot': 'file', '.svg': 'file', '.ttf': 'file', '.woff': 'file', '.woff2': 'file' },
  plugins: [ noInlineStyles ],
  metafile: true,
  logLevel: 'warning'
});

bundled.then(({ metafile }) => {
  const packages = new Set(Object.keys(metafile.inputs).map(input => PACKAGE.exec(input)?.[1]).filter(Boolean));
  writeFileSync(resolve(folder, 'LICENSES.txt'), [ ...packages ].sort().map(licence).join('\n'));
}, () => process.exit(1)); // esbuild has said why

function licence(name) {
  const home = resolve(__dirname, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(resolve(home, 'package.json'), 'utf8'));
  const file = readdirSync(home).find(each => /^licen[cs]e/i.test(each));
  return `${ name } ${ version }\n${ file ? readFileSync(resolve(home, file), 'utf8') : license }\n`;
}
