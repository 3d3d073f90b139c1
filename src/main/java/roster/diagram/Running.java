package roster.diagram;

/**
 * How many instances of one version of a process stand at one element of its diagram.
 *
 * @param process key of the process
 * @param label what people call the element
 */
public record Running(String process, int version, String element, String label, long instances) {}
