package roster.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** What the application tells the process. Texts travel as transient variables, which the engine never stores. */
@Component
class InvitationProcess {

    static final String KEY = "invitation";
    static final String ACCEPT = "AcceptInvitation";
    static final String WITHDRAW = "WithdrawInvitation";
    static final String RESEND = "ResendInvitation";
    static final String INVITER_NO_LONGER_ADMIN = "InviterNoLongerAdmin";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;
    private final ProcessEngineConfigurationImpl engine;

    InvitationProcess(ProcessEngine engine) {
        this.runtime = engine.getRuntimeService();
        this.repository = engine.getRepositoryService();
        this.management = engine.getManagementService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** Answers the invitation's id. */
    UUID requested(UUID workspace, InvitationRequest request) {
        VariableMap input = Variables.createVariables();
        put(input, "workspace", workspace.toString());
        put(input, "name", request.name());
        put(input, "email", request.email());
        put(input, "role", request.role());
        put(input, "miniPrograms", request.miniPrograms());
        put(input, "language", request.language());
        return UUID.fromString(runtime.startProcessInstanceByKey(KEY, input).getBusinessKey());
    }

    /** Several in one command of the engine, which writes them together; answers their ids in the same order. */
    List<UUID> requested(UUID workspace, List<Admission> admitted) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> admitted.stream()
                        .map(admission -> requested(workspace, admission.request()))
                        .toList());
    }

    void accepted(UUID id, String token) {
        correlate(message(ACCEPT, id).setVariable("token", Variables.stringValue(token, true)));
    }

    void withdrawn(UUID id) {
        correlate(message(WITHDRAW, id));
    }

    void resent(UUID id) {
        correlate(message(RESEND, id));
    }

    void inviterNoLongerAdmin(UUID id) {
        correlate(message(INVITER_NO_LONGER_ADMIN, id));
    }

    /** Fires the timers that are due, in their order, as the job executor would have; it may be late, or stopped. */
    void catchUp(UUID id) {
        instance(id)
                .flatMap(instance -> management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .timers()
                        .executable()
                        .orderByJobDuedate()
                        .asc()
                        .list()
                        .stream())
                .map(Job::getId)
                .filter(this::isStillThere)
                .forEach(management::executeJob);
    }

    /** Lets the process go on from the sending, for the mail has arrived. */
    void arrived(UUID id) {
        instance(id)
                .flatMap(instance -> SendingInDiagram.of(
                                repository.getBpmnModelInstance(instance.getProcessDefinitionId()))
                        .flatMap(sending -> management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(sending)
                                .messages()
                                .list()
                                .stream()))
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    /** When the validity ends by the timer that runs; none runs before the sending and after the expiry. */
    Optional<Instant> expiry(UUID id) {
        return instance(id)
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .filter(this::isExpiry)
                .map(timer -> timer.getDuedate().toInstant())
                .findFirst();
    }

    private boolean isExpiry(Job timer) {
        return ExpiryFromDiagram.is(((RepositoryServiceImpl) repository)
                .getDeployedProcessDefinition(timer.getProcessDefinitionId())
                .findActivity(((JobEntity) timer).getActivityId()));
    }

    /** One timer can end what another one is attached to. */
    private boolean isStillThere(String job) {
        return management.createJobQuery().jobId(job).count() == 1;
    }

    /** One, or none where it has ended. */
    private Stream<ProcessInstance> instance(UUID id) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString(), KEY).list().stream();
    }

    private MessageCorrelationBuilder message(String name, UUID id) {
        return runtime.createMessageCorrelation(name).processInstanceBusinessKey(id.toString());
    }

    /** The store allowed it a moment ago; if nothing waits for it now, somebody else was faster. */
    private static void correlate(MessageCorrelationBuilder message) {
        try {
            message.correlate();
        } catch (MismatchingMessageCorrelationException | OptimisticLockingException moved) {
            throw new ConcurrencyFailureException("The process has moved on", moved);
        }
    }

    private static void put(VariableMap variables, String name, @Nullable String value) {
        variables.putValueTyped(name, Variables.stringValue(value, true));
    }
}
