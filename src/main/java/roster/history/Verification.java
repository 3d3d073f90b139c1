package roster.history;

import org.jspecify.annotations.Nullable;

/**
 * Whether the history of a workspace is as it was written.
 *
 * @param entries how many entries were read
 * @param brokenAt the position of the first entry that was changed, removed or put in later; null if none was
 * @param seal of the last entry; who notes it down can tell later whether everything up to it was written anew
 */
public record Verification(
        boolean intact, long entries, @Nullable Long brokenAt, String seal) {}
