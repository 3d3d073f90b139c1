/** The engine refuses a process that does not say how long its history is kept. */
module.exports = () => ({
  check(node, reporter) {
    if (node.$type === 'bpmn:Process' && node.isExecutable && !node.get('camunda:historyTimeToLive')) {
      reporter.report(node.id, 'Process needs a history time to live, such as P180D');
    }
  }
});
