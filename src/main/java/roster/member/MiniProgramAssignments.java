package roster.member;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import roster.account.CurrentPerson;
import roster.workspace.Grant;
import roster.workspace.MiniProgram;
import roster.workspace.Permission;

/** Follows mini programs as they come and go. */
@Component
class MiniProgramAssignments {

    private final Members members;
    private final MemberManagement management;
    private final CurrentPerson current;

    MiniProgramAssignments(Members members, MemberManagement management, CurrentPerson current) {
        this.members = members;
        this.management = management;
        this.current = current;
    }

    /** Who does not see all mini programs is assigned to those they create. */
    @EventListener
    void on(MiniProgram.Added added) {
        MiniProgram miniProgram = added.miniProgram();
        Optional<Member> creator = members.findByWorkspaceAndAccount(
                        miniProgram.workspace(), current.require().id())
                .flatMap(member -> members.findAndLockById(member.id()))
                .filter(member -> Permission.MINI_PROGRAM_VIEW.grantTo(member.role()) == Grant.ASSIGNED);
        creator.ifPresent(member -> management.change("ASSIGN", member, member.assign(miniProgram.id()), null));
    }

    /** It drops out of every assignment; the roles stay. */
    @EventListener
    void on(MiniProgram.Removed removed) {
        members.assignedTo(removed.miniProgram().id()).stream()
                .flatMap(id -> members.findAndLockById(id).stream())
                .forEach(member -> management.change(
                        "UNASSIGN",
                        member,
                        member.unassign(removed.miniProgram().id()),
                        null));
    }
}
