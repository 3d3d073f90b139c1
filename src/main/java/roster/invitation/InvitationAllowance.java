package roster.invitation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import roster.account.EmailAddress;
import roster.limit.Allowance;
import roster.problem.Problem;
import roster.problem.ProblemType;

/** Stops who sends too many invitations, at whichever door. */
@Component
@EnableConfigurationProperties(InvitationLimits.class)
class InvitationAllowance {

    private final Allowance admins;
    private final Allowance workspaces;
    private final Allowance recipients;

    InvitationAllowance(InvitationLimits limits, Clock clock) {
        admins = new Allowance(limits.perAdmin(), limits.window(), clock);
        workspaces = new Allowance(limits.perWorkspace(), limits.window(), clock);
        recipients = new Allowance(limits.perRecipient(), limits.window(), clock);
    }

    /**
     * For one sending, in the transaction that stores it; a rollback gives back.
     *
     * @throws Problem TOO_MANY_INVITATIONS
     */
    void use(UUID admin, UUID workspace, EmailAddress recipient) {
        var shares = List.of(
                new Share(recipients, recipient.value(), "This address was invited too often lately."),
                new Share(admins, admin.toString(), "You have sent too many invitations lately."),
                new Share(
                        workspaces,
                        workspace.toString(),
                        "Too many invitations were sent from this workspace lately."));
        var used = new ArrayList<Share>();
        for (Share share : shares) {
            Optional<Duration> wait = share.allowance.use(share.key);
            if (wait.isPresent()) {
                used.forEach(Share::giveBack);
                throw Problem.later(
                        ProblemType.TOO_MANY_INVITATIONS,
                        share.refusal + " Try again in " + wait.get().toSeconds() + " seconds.",
                        wait.get());
            }
            used.add(share);
        }
        giveBackAfterRollback(used);
    }

    private record Share(Allowance allowance, String key, String refusal) {

        void giveBack() {
            allowance.giveBack(key);
        }
    }

    private static void giveBackAfterRollback(List<Share> used) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) {
                    used.forEach(Share::giveBack);
                }
            }
        });
    }
}
