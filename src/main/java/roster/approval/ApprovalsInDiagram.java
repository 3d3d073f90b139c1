package roster.approval;

import java.net.URI;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import roster.engine.ProcessInput;
import roster.problem.Problem;

/**
 * Makes every user task an approval: what people are asked in our processes is whether something may happen, and the task is left only with an answer of
 * somebody who may give it.
 *
 * <p>Listens to the execution and not to the task: a refusal by a task listener would reach the caller as a fault of the engine. Built-in, because a
 * custom listener can be skipped.
 */
@Component
class ApprovalsInDiagram extends AbstractBpmnParseListener {

    /** The variable that the ways behind the task ask for. */
    static final String ANSWER = "approved";

    /** Whom the template asks; here also where a task is drawn without it. */
    static final String ADMINS = "workspace-admin";

    private final Answering answering;
    private final String baseUrl;

    ApprovalsInDiagram(Answering answering, @Value("${roster.base-url}") URI baseUrl) {
        this.answering = answering;
        this.baseUrl = baseUrl.toString().replaceAll("/+$", "");
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var behavior = (UserTaskActivityBehavior) activity.getActivityBehavior();
        TaskDefinition task = behavior.getTaskDefinition();
        task.setTaskFormHandler(new ApprovalForm(behavior.getExpressionManager()));
        if (task.getCandidateGroupIdExpressions().isEmpty()) {
            task.addCandidateGroupIdExpression(behavior.getExpressionManager().createExpression(ADMINS));
        }
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::describe);
        // What was answered before is no answer to this
        activity.addBuiltInListener(
                ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> execution.removeVariable(ANSWER));
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::left);
    }

    /** Leads from Tasklist to the page that says what is asked for, since the engine holds nothing about people. */
    private void describe(DelegateTask task) {
        if (task.getDescription() == null) {
            task.setDescription(baseUrl + "/workspaces/" + task.getTenantId() + "/approvals#row-" + task.getId());
        }
    }

    /** A timer or a message can end the waiting without an answer. */
    private void left(DelegateExecution execution) {
        if (!execution.isCanceled()) {
            answering.take(
                    UUID.fromString(execution.getTenantId()),
                    ((ExecutionEntity) execution).getProcessDefinition().getKey(),
                    ProcessInput.businessKey(execution).orElseThrow(() -> Problem.notFound("approval")),
                    execution.getVariables(),
                    execution.getVariable(ANSWER),
                    execution.getProcessInstanceId());
        }
    }
}
