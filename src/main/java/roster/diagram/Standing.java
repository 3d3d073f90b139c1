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
     */
    public record Place(String id, String label) {}
}
