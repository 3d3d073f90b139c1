const { isAny } = require('bpmnlint-utils');

const NAMED = [ 'bpmn:Process', 'bpmn:Participant', 'bpmn:FlowNode', 'bpmn:Message', 'bpmn:Error' ];
const GENERATED = /_[01][0-9a-z]{6}$/;

/** Running instances are moved between versions by ids, and analysts read them: those that the editor makes up say nothing; nobody stands on an arrow. */
module.exports = () => ({
  check(node, reporter) {
    if (isAny(node, NAMED) && GENERATED.test(node.id)) {
      reporter.report(node.id, 'Id is made up by the editor; name it after what it is, such as ServiceTask_SendInvitation');
    }
  }
});
