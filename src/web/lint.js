// Lints the diagrams of folders: node src/web/lint.js bpmn
const { spawnSync } = require('node:child_process');
const { readdirSync } = require('node:fs');
const { resolve } = require('node:path');
require('./install.js');

const diagrams = process.argv.slice(2).flatMap(folder => {
  const found = readdirSync(folder).filter(file => file.endsWith('.bpmn')).map(file => resolve(folder, file));
  if (found.length === 0) {
    console.error(`There is no diagram (*.bpmn) in ${ folder }.`);
    process.exit(1);
  }
  return found;
});
const lint = spawnSync(
  process.execPath,
  [ require.resolve('bpmnlint/bin/bpmnlint.js'), '--max-warnings=0', ...diagrams ],
  { cwd: __dirname, stdio: 'inherit' }
);
if (lint.status !== 0) {
  console.error('A diagram breaks the rules of src/web/.bpmnlintrc; each line above names the element and what to change.');
  process.exit(1);
}
