// Checks the element templates beside the diagrams of a folder, as the Camunda Modeler does when it loads them: node src/web/templates.js bpmn
const { readdirSync, readFileSync } = require('node:fs');
const { resolve } = require('node:path');
require('./install.js');
const { validateAll } = require('@bpmn-io/element-templates-validator');

const folder = resolve(process.argv[2], '.camunda/element-templates');
let broken = false;
for (const file of readdirSync(folder).filter(file => file.endsWith('.json'))) {
  const templates = JSON.parse(readFileSync(resolve(folder, file), 'utf8'));
  for (const { valid, object, errors } of validateAll(templates).results) {
    if (!valid) {
      broken = true;
      errors.forEach(({ message, dataPath }) => console.error(`${ file }: ${ object.name }${ dataPath ?? '' }: ${ message }`));
    }
  }
}
if (broken) {
  console.error('An element template breaks the schema of the Camunda Modeler; each line above names it and what to change.');
  process.exit(1);
}
