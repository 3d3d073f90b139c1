import Linter from 'bpmnlint/lib/linter';
import config from '../.bpmnlintrc';

/** The rules of the build, which also keep to this folder. */
const resolver = {
  resolveRule: (owner, name) => owner === 'bpmnlint' ? require('../node_modules/bpmnlint/rules/' + name + '.js') : require('../rules/' + name + '.js'),
  resolveConfig: (owner, name) => require('../node_modules/bpmnlint/config/' + name + '.js')
};
/** What is wrong with a diagram, as { id, message } of each element. */
export async function lint(definitions) {
  const linter = new Linter({ config, resolver }); // Some rules remember what they have seen
  return Object.values(await linter.lint(definitions)).flat();
}
