package roster.check;

import java.util.Set;

/**
 * The messages that a noun's code sends to its process; a diagram that waits for another one would wait for ever.
 *
 * @param names all of them
 * @param endings those that call the process off, wherever it waits
 */
public record KnownMessages(Set<String> names, Set<String> endings) {}
