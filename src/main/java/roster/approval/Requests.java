package roster.approval;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import roster.account.AccountManagement;
import roster.approval.Approval.Action;
import roster.approval.Approval.RequestedBy;
import roster.invitation.Row;
import roster.member.MemberRequest;

/** Tells what a waiting process was started for, and by whom. */
@Component
class Requests {

    private final AccountManagement accounts;

    Requests(AccountManagement accounts) {
        this.accounts = accounts;
    }

    /**
     * A change of a member keeps who asked in its process, an invitation in its row.
     *
     * @param process key of the process
     * @param row whom it is about
     * @param variables of the process
     */
    Request of(String process, @Nullable Row row, Map<String, Object> variables) {
        return MemberRequest.of(process, variables)
                .map(change -> new Request(
                        Action.valueOf(change.action().name()),
                        row,
                        person(change.requestedBy()).orElse(null),
                        change.role()))
                .orElseGet(() -> invitation(row));
    }

    private static Request invitation(@Nullable Row row) {
        Integer sendings = row == null ? null : row.sendCount();
        Row.InvitedBy inviter = row == null ? null : row.invitedBy();
        return new Request(
                sendings != null && sendings > 1 ? Action.RESEND : Action.INVITE,
                row,
                inviter == null ? null : new RequestedBy(inviter.name(), inviter.email()),
                null);
    }

    private Optional<RequestedBy> person(@Nullable UUID account) {
        return account == null
                ? Optional.empty()
                : accounts.find(account).map(person -> new RequestedBy(person.name(), person.userId()));
    }
}
