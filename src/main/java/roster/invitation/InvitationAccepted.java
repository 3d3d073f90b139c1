package roster.invitation;

import java.time.Instant;

/** Somebody has joined, in the same transaction. */
public record InvitationAccepted(Instant sentAt, Instant at) {}
