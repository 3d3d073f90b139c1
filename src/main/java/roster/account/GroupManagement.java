package roster.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.workspace.Access;

/** The door to the groups that people are in; for platform operators. */
@Component
@Transactional
class GroupManagement {

    private final Accounts accounts;
    private final AccountManagement management;
    private final CurrentPerson current;
    private final Access access;
    private final ApplicationEventPublisher events;

    GroupManagement(
            Accounts accounts,
            AccountManagement management,
            CurrentPerson current,
            Access access,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.management = management;
        this.current = current;
        this.access = access;
        this.events = events;
    }

    @Transactional(readOnly = true)
    Person find(String email) {
        access.requireOperator();
        return management.find(email).orElseThrow(() -> Problem.notFound("account"));
    }

    /** Nobody changes their own groups, so that the last operator cannot be lost. */
    Person put(String email, @Nullable Set<Group> groups) {
        Person person = find(email);
        if (groups == null) {
            throw Problem.invalid("groups", "must be a list of platform-operator and process-analyst, or empty");
        }
        if (person.id().equals(current.require().id())) {
            throw Problem.of(ProblemType.OWN_MEMBERSHIP, "Nobody changes their own groups: another operator must.");
        }
        Account account = accounts.findById(person.id()).orElseThrow(() -> Problem.notFound("account"));
        Person changed = accounts.save(account.in(groups)).person();
        if (person.operator() && !changed.operator()) {
            events.publishEvent(new Person.NoLongerOperator(person.id()));
        }
        return changed;
    }
}
