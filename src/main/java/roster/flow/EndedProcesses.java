package roster.flow;

import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes which processes have ended, in the transaction that ends them, so that none is counted twice or not at all. */
@Component
class EndedProcesses {

    private final JdbcClient jdbc;

    EndedProcesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void note(HistoricProcessInstanceEventEntity event) {
        if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
            jdbc.sql("insert into flow_ended (process_instance_id) values (?)")
                    .param(event.getProcessInstanceId())
                    .update();
        }
    }
}
