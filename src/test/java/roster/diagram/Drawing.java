package roster.diagram;

import java.util.List;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;

/** An engine for a drawing alone: its tasks do nothing, and which way it goes is recorded. */
public final class Drawing {

    private Drawing() {}

    /** @param name of the engine and its database */
    public static StandaloneInMemProcessEngineConfiguration engine(String name, List<String> tasks) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setProcessEngineName(name);
        configuration.setJobExecutorActivate(false);
        JavaDelegate nothing = execution -> {};
        var beans = new TreeMap<Object, Object>();
        tasks.forEach(task -> beans.put(task, nothing));
        configuration.setBeans(beans);
        ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
        return configuration;
    }
}
