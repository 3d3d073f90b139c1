package roster.check;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one element of a diagram and what would be right.
 *
 * @param diagram name of its file
 * @param element its id, or nothing if the diagram as a whole is wrong
 * @param label what people call the element
 * @param message a sentence without its full stop
 */
public record Finding(
        String diagram, @Nullable String element, @Nullable String label, String message) {

    /**
     * About one element.
     *
     * @param objection the rest of a sentence that begins with what people call the element
     */
    public static Finding of(String diagram, String element, String label, String objection) {
        String called = label.equals(element) ? element : "\"" + label + "\" (" + element + ")";
        return new Finding(diagram, element, label, called + " " + objection);
    }

    /** About the diagram as a whole. */
    public static Finding of(String diagram, String message) {
        return new Finding(diagram, null, null, message);
    }
}
