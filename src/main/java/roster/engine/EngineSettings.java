package roster.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.engine.impl.batch.BatchJobHandler;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.transaction.PlatformTransactionManager;
import roster.account.AccountManagement;
import roster.workspace.Access;

/** How our engine differs from Camunda's defaults, where a property cannot say it. */
@Configuration(proxyBeanMethods = false)
class EngineSettings {

    static {
        // Otherwise each timer that the engine sets looks for it through the whole class path
        System.setProperty(
                DatatypeFactory.DATATYPEFACTORY_PROPERTY,
                DatatypeFactory.newDefaultInstance().getClass().getName());
    }

    /** @param set because who asks for the time must not be told that of the machine */
    @Bean
    Clock clock(DatabaseTime set) {
        return new EngineClock();
    }

    /** @param alone because the engine creates its tables when it starts */
    @Bean
    AbstractProcessEnginePlugin rosterPlugin(
            StartLock alone,
            TaskBeans tasks,
            AccountManagement accounts,
            Access access,
            List<BpmnParseListener> listeners,
            List<Deployer> deployers,
            List<IncidentHandler> incidents,
            List<BatchJobHandler<?>> batches,
            PlatformTransactionManager transactions) {
        return new AbstractProcessEnginePlugin() {

            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                ((SpringProcessEngineConfiguration) engine).setBeans(tasks);
                engine.setAdminGroups(new ArrayList<>(List.of(EngineGroup.PLATFORM_OPERATOR.id())));
                engine.setIdentityProviderSessionFactory(identities(accounts, access));
                engine.setTenantIdProvider(new WorkspaceIsTenant());
                engine.setFailedJobCommandFactory(EngineSettings::afterFailure);
                engine.setCustomPreDeployers(new ArrayList<>(deployers));
                engine.setCustomIncidentHandlers(new ArrayList<>(incidents));
                engine.setCustomBatchJobHandlers(new ArrayList<>(batches));
                engine.setCustomPostBPMNParseListeners(new ArrayList<>(listeners));
                engine.setCustomPreCommandInterceptorsTxRequired(
                        new ArrayList<>(List.of(new ConflictRetry(transactions))));
                engine.setCustomPostCommandInterceptorsTxRequired(
                        new ArrayList<>(List.of(new AnalystsSeeAllWorkspaces())));
            }
        };
    }

    /** After Spring Security's filter, which knows who is signed in. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> cockpitSignIn() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setInitParameters(
                Map.of(ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, CockpitSignIn.class.getName()));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return filter;
    }

    private static Command<Object> afterFailure(String jobId, Throwable failure) {
        return failure instanceof TryLater
                ? new WaitAMoment(jobId, failure)
                : GiveUpOnRefusal.commandFor(jobId, failure);
    }

    private static SessionFactory identities(AccountManagement accounts, Access access) {
        return new SessionFactory() {

            @Override
            public Class<?> getSessionType() {
                return ReadOnlyIdentityProvider.class;
            }

            @Override
            public Session openSession() {
                return new AccountIdentities(accounts, access);
            }
        };
    }
}
