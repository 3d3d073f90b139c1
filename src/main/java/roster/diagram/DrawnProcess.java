package roster.diagram;

import java.util.List;

/**
 * A version of a process with what is drawn in it.
 *
 * @param definition the engine's id of the version
 * @param name what people call the process
 * @param elements events, tasks, subprocesses and gateways, in the order of the file
 */
public record DrawnProcess(String definition, String key, String name, int version, List<Element> elements) {

    /** @param label what people call it */
    public record Element(String id, String label) {}
}
