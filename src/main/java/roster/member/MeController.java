package roster.member;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import roster.account.CurrentPerson;
import roster.account.Person;
import roster.workspace.Role;

@RestController
@RequestMapping("/api/me")
class MeController {

    record Membership(UUID id, UUID workspace, Role role, MemberStatus status) {

        static Membership of(Member member) {
            return new Membership(member.id(), member.workspace(), member.role(), member.status());
        }
    }

    record Me(UUID id, String email, String name, boolean operator, boolean analyst, List<Membership> memberships) {}

    private final CurrentPerson current;
    private final Members members;

    MeController(CurrentPerson current, Members members) {
        this.current = current;
        this.members = members;
    }

    /** Shows who is signed in. The caller's account and memberships. */
    @GetMapping
    Me get() {
        Person me = current.require();
        var memberships = members.findInOpenWorkspaces(me.id()).stream()
                .map(Membership::of)
                .toList();
        return new Me(me.id(), me.userId(), me.name(), me.operator(), me.analyst(), memberships);
    }
}
