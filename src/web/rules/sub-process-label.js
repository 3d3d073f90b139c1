const { is } = require('bpmnlint-utils');

/** The recommended rule for labels leaves sub-processes out. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:SubProcess') && !node.name?.trim()) {
      reporter.report(node.id, 'Sub-process is missing label/name', [ 'name' ]);
    }
  }
});
