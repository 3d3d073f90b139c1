package roster.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.transaction.PlatformTransactionManager;
import roster.account.AccountManagement;

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
            TaskBeans tasks,
            AccountManagement accounts,
            List<BpmnParseListener> listeners,
            List<IncidentHandler> incidents,
            PlatformTransactionManager transactions) {
        return new AbstractProcessEnginePlugin() {

            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                ((SpringProcessEngineConfiguration) engine).setBeans(tasks);
                engine.setAdminGroups(new ArrayList<>(List.of(EngineGroup.PLATFORM_OPERATOR.id())));
                engine.setIdentityProviderSessionFactory(identities(accounts));
                engine.setTenantIdProvider(new WorkspaceIsTenant());
                engine.setFailedJobCommandFactory(GiveUpOnRefusal::commandFor);
                engine.setCustomIncidentHandlers(new ArrayList<>(incidents));
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

    private static SessionFactory identities(AccountManagement accounts) {
        return new SessionFactory() {

            @Override
            public Class<?> getSessionType() {
                return ReadOnlyIdentityProvider.class;
            }

            @Override
            public Session openSession() {
                return new AccountIdentities(accounts);
            }
        };
    }
}
