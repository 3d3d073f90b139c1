package roster.flow;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The way that a process took through its diagram: how often it passed each element, and where it ended. Many took the same.
 *
 * @param counts by the id of the element, in which XML allows no space
 */
record Path(String process, SortedMap<String, ElementCount> counts) {

    static Path of(String process, Map<String, ElementCount> counts) {
        return new Path(process, new TreeMap<>(counts));
    }

    /** @param passes as {@link #passes} writes it */
    static Path read(String process, String passes) {
        var counts = new TreeMap<String, ElementCount>();
        passes.lines().map(line -> line.split(" ")).forEach(line -> counts.put(line[0], count(line[1], line[2])));
        return new Path(process, counts);
    }

    /** The same way has the same id on every node. */
    UUID id() {
        return UUID.nameUUIDFromBytes((process + "\n" + passes()).getBytes(StandardCharsets.UTF_8));
    }

    /** A line for each element: its id, how often it was passed, how many ended there. */
    String passes() {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().passed() + " "
                        + each.getValue().ended())
                .collect(Collectors.joining("\n"));
    }

    private static ElementCount count(String passed, String ended) {
        return new ElementCount(0, Long.parseLong(passed), Long.parseLong(ended));
    }
}
