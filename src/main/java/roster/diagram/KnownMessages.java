package roster.diagram;

import java.util.Set;

/** The messages that a noun's code sends to its process; a diagram that waits for another one would wait for ever. */
public record KnownMessages(Set<String> names) {}
