package roster.story;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.rest.spi.ProcessEngineProvider;

/** Lets the engine's REST find the engine of the running story: a process holds one engine named "default", the tests hold one for each context. */
public final class EngineOfTheStory implements ProcessEngineProvider {

    static volatile ProcessEngine engine;

    @Override
    public ProcessEngine getDefaultProcessEngine() {
        return engine;
    }

    @Override
    public ProcessEngine getProcessEngine(String name) {
        return ProcessEngines.getProcessEngine(name);
    }

    @Override
    public Set<String> getProcessEngineNames() {
        return ProcessEngines.getProcessEngines().keySet();
    }
}
