package roster.rollout;

/** An instance cannot be moved; the message says why, to operators. */
final class NotMovable extends RuntimeException {

    NotMovable(String message) {
        super(message);
    }
}
