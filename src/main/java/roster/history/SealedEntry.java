package roster.history;

/**
 * An entry in its place.
 *
 * @param position from 1, without a gap, in each workspace
 * @param seal SHA-256, in hexadecimal, over the entry, its position and the seal of its predecessor
 */
public record SealedEntry(HistoryEntry entry, long position, String seal) {

    boolean follows(long predecessorPosition, String predecessorSeal) {
        return position == predecessorPosition + 1 && seal.equals(Seal.of(entry, position, predecessorSeal));
    }
}
