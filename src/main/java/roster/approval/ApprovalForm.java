package roster.approval;

import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.form.handler.FormFieldHandler;
import org.camunda.bpm.engine.impl.form.type.BooleanFormType;

/** The form of an approval in Tasklist: one box to tick. */
class ApprovalForm extends DefaultTaskFormHandler {

    ApprovalForm(ExpressionManager expressions) {
        var approved = new FormFieldHandler();
        approved.setId(ApprovalsInDiagram.ANSWER);
        approved.setLabel(expressions.createExpression("Approved"));
        approved.setType(new BooleanFormType());
        formFieldHandlers.add(approved);
    }
}
