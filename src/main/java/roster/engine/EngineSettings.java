package roster.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How our engine differs from Camunda's defaults, where a property cannot say it. */
@Configuration(proxyBeanMethods = false)
class EngineSettings {

    @Bean
    Clock clock() {
        return new EngineClock();
    }

    /** Waits for our own tables, so that a new database gets both sets in one order. */
    @Bean
    @DependsOnDatabaseInitialization
    AbstractProcessEnginePlugin rosterPlugin(
            TaskBeans tasks, List<BpmnParseListener> listeners, List<IncidentHandler> incidents) {
        return new AbstractProcessEnginePlugin() {

            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                ((SpringProcessEngineConfiguration) engine).setBeans(tasks);
                engine.setAdminGroups(new ArrayList<>(List.of(EngineGroup.PLATFORM_OPERATOR.id())));
                engine.setTenantIdProvider(new WorkspaceIsTenant());
                engine.setFailedJobCommandFactory(GiveUpOnRefusal::commandFor);
                engine.setCustomIncidentHandlers(new ArrayList<>(incidents));
                engine.setCustomPostBPMNParseListeners(new ArrayList<>(listeners));
                engine.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>(List.of(new ConflictRetry())));
            }
        };
    }
}
