package roster.diagram;

/**
 * One difference between a diagram and what is deployed.
 *
 * @param process key of the process
 * @param element its id
 * @param label what people call the element
 * @param what a sentence without its full stop
 */
public record Change(String process, String element, String label, Kind kind, String what) {

    /** What happened to the element. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
