package roster.invitation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import roster.account.Language;

/**
 * How somebody was invited: the sending and how it ended. Whom, as what, and the status stand in the row of the member list with the same id.
 *
 * @param language of its mails; null for English
 * @param expiresAt the due date of the timer in the diagram
 * @param sendCount which sending is the valid one; earlier links are replaced
 * @param ending null while the invitation can still be answered, resent or withdrawn
 */
record Invitation(
        @Id UUID id,
        UUID workspace,
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

    static Invitation send(UUID id, UUID workspace, UUID inviter, @Nullable Language language, Instant now) {
        return new Invitation(
                id, workspace, inviter, language, now, null, 1, MailState.QUEUED, now, null, null, null, null, 0);
    }

    /** A new link, whose validity the diagram says; whoever resends is the inviter from now on. */
    Invitation resend(UUID newInviter, Instant now) {
        return new Invitation(
                id,
                workspace,
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

    Invitation mail(MailState state, @Nullable String error, Instant now) {
        return new Invitation(
                id,
                workspace,
                inviter,
                language,
                sentAt,
                expiresAt,
                sendCount,
                state,
                now,
                error,
                expiryReason,
                ending,
                endedAt,
                version);
    }

    /** Stops being valid, now at the latest. */
    Invitation expire(ExpiryReason reason, Instant now) {
        Instant end = expiresAt == null || expiresAt.isAfter(now) ? now : expiresAt;
        return new Invitation(
                id, workspace, inviter, language, sentAt, end, sendCount, mailState, mailAt, mailError, reason, ending,
                endedAt, version);
    }

    Invitation end(Ending how, Instant now) {
        return new Invitation(
                id,
                workspace,
                inviter,
                language,
                sentAt,
                expiresAt,
                sendCount,
                mailState,
                mailAt,
                mailError,
                expiryReason,
                how,
                now,
                version);
    }

    boolean isOver(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
