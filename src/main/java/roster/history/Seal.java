package roster.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The SHA-256 of an entry and of its predecessor's in the workspace: whoever changes, adds or removes one later breaks every seal behind it. */
final class Seal {

    /** What the first entry of a workspace follows. */
    static final String FIRST = "";

    private Seal() {}

    static String of(HistoryEntry entry, long position, String predecessor) {
        String text = Stream.of(
                        Stream.of(predecessor, position, entry.id(), entry.at(), entry.actor(), entry.action()),
                        Stream.of(
                                entry.workspace(),
                                entry.target().id(),
                                entry.target().name()),
                        Stream.of(entry.target().email(), entry.processInstanceId()),
                        state(entry.before()),
                        state(entry.after()))
                .flatMap(values -> values)
                .map(Seal::field)
                .collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    static String miniPrograms(HistoryEntry.@Nullable State state) {
        List<UUID> ids = state == null ? List.of() : state.miniPrograms();
        return ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
    }

    private static Stream<@Nullable Object> state(HistoryEntry.@Nullable State state) {
        return state == null ? Stream.of(null, null, "") : Stream.of(state.status(), state.role(), miniPrograms(state));
    }

    /** With its length before it, so that no text can look like the end of one field and the beginning of the next. */
    private static String field(@Nullable Object value) {
        String text = Objects.toString(value, null);
        return text == null ? "-;" : text.length() + ":" + text + ";";
    }
}
