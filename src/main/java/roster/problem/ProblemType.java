package roster.problem;

import java.net.URI;
import java.util.Locale;

/** The stable names of refusals. */
public enum ProblemType {
    INVALID_INPUT(400, "Invalid input"),
    DIAGRAM_REFUSED(400, "Diagram refused"),
    NOT_SIGNED_IN(401, "Not signed in"),
    NOT_ALLOWED(403, "Not allowed"),
    WRONG_ACCOUNT(403, "Signed in as somebody else"),
    NOT_FOUND(404, "Not found"),
    UNKNOWN_LINK(404, "Unknown link"),
    ADDRESS_PRESENT(409, "Address is on the member list"),
    ACTION_NOT_ALLOWED(409, "Not allowed in this status"),
    OWN_MEMBERSHIP(409, "Own membership"),
    OWN_REQUEST(409, "Own request"),
    ROLLOUT_REFUSED(409, "Roll-out refused"),
    CONFLICT(409, "Changed at the same moment"),
    INVITATION_ACCEPTED(410, "Invitation accepted"),
    INVITATION_EXPIRED(410, "Invitation expired"),
    INVITATION_WITHDRAWN(410, "Invitation withdrawn"),
    INVITATION_REPLACED(410, "Invitation replaced"),
    STALE(412, "Changed since it was read"),
    TOO_LARGE(413, "Too large"),
    IDEMPOTENCY_KEY_IN_USE(409, "First request is still running"),
    IDEMPOTENCY_KEY_REUSED(422, "Key was used for another request"),
    TOO_MANY_ATTEMPTS(429, "Too many attempts to sign in"),
    TOO_MANY_INVITATIONS(429, "Too many invitations"),
    UNAVAILABLE(503, "Not available for a moment");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public URI uri() {
        return URI.create(
                "urn:roster:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
