package roster.member;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import roster.account.CurrentPerson;
import roster.account.EmailAddress;
import roster.account.Person;
import roster.history.History;
import roster.history.HistoryEntry;
import roster.workspace.Role;

/** The door to the member list. What changes it leaves a history entry in the same transaction. */
@Component
@Transactional
public class MemberManagement {

    private static final List<Role> ADMIN_ROLES =
            Arrays.stream(Role.values()).filter(Role::isAdmin).toList();

    private final Members members;
    private final History history;
    private final CurrentPerson current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MemberManagement(
            Members members, History history, CurrentPerson current, ApplicationEventPublisher events, Clock clock) {
        this.members = members;
        this.history = history;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Member> find(UUID id) {
        return members.findById(id);
    }

    /** Lets nobody else change this row until the transaction ends, so that two who act on it at once follow one another. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Member> lock(UUID id) {
        return members.findAndLockById(id);
    }

    /**
     * Lets nobody change the caller's own membership until the transaction ends. Every action of an admin on people begins with it, so that an admin who is
     * blocked, deleted or demoted at the same moment has either acted before or does not act any more.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdOwn(UUID workspace) {
        current.find().ifPresent(person -> members.findAndHoldByWorkspaceAndAccount(workspace, person.id()));
    }

    @Transactional(readOnly = true)
    public List<Member> find(UUID workspace, Collection<EmailAddress> emails) {
        return emails.isEmpty() ? List.of() : members.findByWorkspaceAndEmailIn(workspace, emails);
    }

    @Transactional(readOnly = true)
    public boolean isActiveAdmin(UUID workspace, UUID account) {
        return members.findByWorkspaceAndAccount(workspace, account)
                .filter(Member::isActiveAdmin)
                .isPresent();
    }

    @Transactional(readOnly = true)
    public boolean hasActiveAdmin(UUID workspace) {
        return members.existsByWorkspaceAndStatusAndRoleIn(workspace, MemberStatus.ACTIVE, ADMIN_ROLES);
    }

    /** The caller's memberships in open workspaces, in every status. */
    @Transactional(readOnly = true)
    public List<Member> own() {
        return members.findInOpenWorkspaces(current.require().id());
    }

    /**
     * Stores a change of a row.
     *
     * @param action what happened, for the history
     * @param before null for a new row
     * @param processInstance null where no process did it
     */
    public Member change(String action, @Nullable Member before, Member after, @Nullable String processInstance) {
        Member saved = members.save(after);
        record(action, saved, before, saved, processInstance);
        if (before != null && !saved.isActiveAdmin()) {
            tellIfWasAdmin(before);
        }
        return saved;
    }

    /**
     * Stores many new rows in one go.
     *
     * @param added each with the process that made it
     */
    public void add(String action, Map<Member, String> added) {
        members.saveAll(added.keySet());
        added.forEach((member, process) -> record(action, member, null, member, process));
    }

    /** Takes a row off the list; its history stays. */
    public void remove(String action, Member member, String processInstance) {
        members.delete(member);
        record(action, member, member, null, processInstance);
        tellIfWasAdmin(member);
    }

    /** Keeps in the history that somebody decided about a row, which stays as it is. */
    public void note(String action, Member member, String processInstance) {
        record(action, member, member, member, processInstance);
    }

    private void tellIfWasAdmin(Member before) {
        UUID account = before.account();
        if (before.isActiveAdmin() && account != null) {
            events.publishEvent(new Member.NoLongerAdmin(before.workspace(), account));
        }
    }

    private void record(
            String action,
            Member target,
            @Nullable Member before,
            @Nullable Member after,
            @Nullable String processInstance) {
        history.append(new HistoryEntry(
                UUID.randomUUID(),
                clock.instant(),
                current.find().map(Person::userId).orElse(null),
                action,
                target.workspace(),
                new HistoryEntry.Target(
                        target.id(), target.name(), target.email().value()),
                state(before),
                state(after),
                processInstance));
    }

    private static HistoryEntry.@Nullable State state(@Nullable Member member) {
        return member == null
                ? null
                : new HistoryEntry.State(member.status().name(), member.role().name(), member.miniProgramIds());
    }
}
