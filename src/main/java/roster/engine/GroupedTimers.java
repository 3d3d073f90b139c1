package roster.engine;

import java.util.Set;

/**
 * The timers that may fire together with others of their kind in one transaction; contributed by the noun that has them.
 *
 * @param processes keys of processes whose timers lock nothing in the store but the row that their process is about, which their business key names
 */
public record GroupedTimers(Set<String> processes) {}
