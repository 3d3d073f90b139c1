package roster.diagram;

import java.util.List;

/**
 * Where one process stands on the version of the diagram that it runs on, or where it has ended.
 *
 * @param instance the engine's id of the process
 * @param definition the engine's id of that version
 * @param at nothing if it was ended from outside its diagram
 */
public record Standing(String instance, String definition, boolean ended, List<Place> at) {

    /**
     * An element of the diagram.
     *
     * @param label what people call it
     * @param awaited whether it is an event that has not happened yet
     */
    public record Place(String id, String label, boolean awaited) {}

    /** Whether it does nothing until something happens. */
    public boolean isWaiting() {
        return !ended && !at.isEmpty() && at.stream().allMatch(Place::awaited);
    }

    /** What people call the places. */
    public List<String> labels() {
        return at.stream().map(Place::label).toList();
    }
}
