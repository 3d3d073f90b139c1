package roster.invitation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import roster.account.Language;
import roster.workspace.Role;

/**
 * How somebody was invited: the sending and how it ended. Whom, as what, and the status stand in the row of the member list with the same id.
 *
 * @param role what somebody is invited as; the row's role can change later
 * @param processInstanceId the engine's id of the process
 * @param requestedAt when it was asked for first
 * @param language of its mails; null for English
 * @param sentAt when its validity began; before that, when it was asked for
 * @param expiresAt the due date of the timer in the diagram, from when the validity begins; null as long as the diagram does something else first
 * @param sendCount which sending is the valid one; earlier links are replaced
 * @param ending null while the invitation can still be answered, resent or withdrawn
 */
record Invitation(
        @Id UUID id,
        UUID workspace,
        Role role,
        String processInstanceId,
        Instant requestedAt,
        UUID inviter,
        @Nullable Language language,
        Instant sentAt,
        @Nullable Instant expiresAt,
        int sendCount,
        MailState mailState,
        Instant mailAt,
        @Nullable String mailError,
        @Nullable ExpiryReason expiryReason,
        @Nullable Ending ending,
        @Nullable Instant endedAt,
        @Version int version) {

    enum MailState {
        QUEUED,
        SENT,
        FAILED
    }

    enum ExpiryReason {
        VALIDITY_OVER,
        INVITER_NO_LONGER_ADMIN
    }

    enum Ending {
        ACCEPTED,
        WITHDRAWN
    }

    static Invitation send(
            UUID id,
            UUID workspace,
            Role role,
            String processInstanceId,
            UUID inviter,
            @Nullable Language language,
            Instant now) {
        return new Invitation(
                id,
                workspace,
                role,
                processInstanceId,
                now,
                inviter,
                language,
                now,
                null,
                1,
                MailState.QUEUED,
                now,
                null,
                null,
                null,
                null,
                0);
    }

    /** A new link, whose validity the diagram says; whoever resends is the inviter from now on. */
    Invitation resend(UUID newInviter, Instant now) {
        return new Invitation(
                id,
                workspace,
                role,
                processInstanceId,
                requestedAt,
                newInviter,
                language,
                now,
                null,
                sendCount + 1,
                MailState.QUEUED,
                now,
                null,
                null,
                null,
                null,
                version);
    }

    /** Its validity begins. */
    Invitation open(Instant from, Instant until) {
        return with(from, until, mailState, mailAt, mailError, expiryReason, ending, endedAt);
    }

    /** The same sending, valid for another time. */
    Invitation validUntil(Instant end) {
        return open(sentAt, end);
    }

    Invitation mail(MailState state, @Nullable String error, Instant now) {
        return with(sentAt, expiresAt, state, now, error, expiryReason, ending, endedAt);
    }

    /** Stops being valid, now at the latest; what was never sent never was valid. */
    Invitation expire(ExpiryReason reason, Instant now) {
        Instant end = expiresAt == null || !expiresAt.isAfter(now) ? expiresAt : now;
        return with(sentAt, end, mailState, mailAt, mailError, reason, ending, endedAt);
    }

    Invitation end(Ending how, Instant now) {
        return with(sentAt, expiresAt, mailState, mailAt, mailError, expiryReason, how, now);
    }

    /** What can change of one sending. */
    private Invitation with(
            Instant newSentAt,
            @Nullable Instant newExpiresAt,
            MailState newMailState,
            Instant newMailAt,
            @Nullable String newMailError,
            @Nullable ExpiryReason newExpiryReason,
            @Nullable Ending newEnding,
            @Nullable Instant newEndedAt) {
        return new Invitation(
                id,
                workspace,
                role,
                processInstanceId,
                requestedAt,
                inviter,
                language,
                newSentAt,
                newExpiresAt,
                sendCount,
                newMailState,
                newMailAt,
                newMailError,
                newExpiryReason,
                newEnding,
                newEndedAt,
                version);
    }

    /** Whether the validity of this sending has begun, so that there is a link. */
    boolean isSent() {
        return expiresAt != null;
    }

    boolean isOver(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
