package roster.rollout;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/**
 * What becomes of an instance's timers while it is moved. Left alone, the engine keeps those that both versions have and counts new ones from the
 * move; and it would arm some anew that have fired before.
 *
 * <p>Uses the engine's internal entities, for no public query tells which event a timer belongs to.
 */
@Component
class PendingTimers {

    private final ProcessEngineConfigurationImpl engine;
    private final ManagementService management;
    private final RepositoryService repository;
    private final Beginnings beginnings;

    PendingTimers(ProcessEngine engine, Beginnings beginnings) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.management = engine.getManagementService();
        this.repository = engine.getRepositoryService();
        this.beginnings = beginnings;
    }

    /** @param from the engine's id of the version that it is on before the move */
    void across(String instance, String from, Timers choice, Runnable move) {
        List<JobEntity> before = of(instance);
        Set<String> known = before.stream().map(JobEntity::getId).collect(Collectors.toSet());
        move.run();
        for (JobEntity timer : of(instance)) {
            if (!known.contains(timer.getId())) {
                begin(timer, before, from, choice);
            } else if (choice == Timers.RECOMPUTE) {
                recompute(timer);
            }
        }
    }

    private void begin(JobEntity timer, List<JobEntity> before, String from, Timers choice) {
        Optional<JobEntity> replaced = before.stream()
                .filter(earlier -> earlier.getActivityId().equals(timer.getActivityId()))
                .findFirst();
        if (replaced.isPresent() && choice == Timers.KEEP) {
            management.setJobDuedate(timer.getId(), replaced.get().getDuedate());
        } else if (replaced.isEmpty() && isTimer(from, timer.getActivityId())) {
            management.deleteJob(timer.getId()); // It has fired before
        } else {
            recompute(timer);
        }
    }

    /** A repeated timer counts from its last time, every other from when its place was reached. */
    private void recompute(JobEntity timer) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            var counted = (TimerEntity) context.getJobManager().findJobById(timer.getId());
            if (counted.getRepeat() == null) {
                counted.setCreateTime(Date.from(beginnings.of(counted)));
            }
            management.recalculateJobDuedate(timer.getId(), true);
            return null;
        });
    }

    private boolean isTimer(String definition, String element) {
        ModelElementInstance found = repository.getBpmnModelInstance(definition).getModelElementById(element);
        return found != null
                && !found.getChildElementsByType(TimerEventDefinition.class).isEmpty();
    }

    private List<JobEntity> of(String instance) {
        return management.createJobQuery().processInstanceId(instance).timers().list().stream()
                .map(JobEntity.class::cast)
                .toList();
    }
}
