package roster.invitation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import roster.member.Member;
import roster.member.MemberStatus;
import roster.workspace.Role;

@RestController
@RequestMapping("/api/invitations/{token}")
class AcceptanceController {

    record Acceptance(@Nullable String name, @Nullable String password) {

        @Override
        public String toString() {
            return "Acceptance[" + name + "]";
        }
    }

    /** What somebody may know of their own membership. */
    record Joined(UUID id, UUID workspace, String name, String email, Role role, MemberStatus status) {

        static Joined of(Member member) {
            return new Joined(
                    member.id(),
                    member.workspace(),
                    member.name(),
                    member.email().value(),
                    member.role(),
                    member.status());
        }
    }

    private final InvitationManagement invitations;

    AcceptanceController(InvitationManagement invitations) {
        this.invitations = invitations;
    }

    /** Shows the invitation behind a link. Changes nothing, so that mail scanners and link previews may open it. */
    @GetMapping
    InvitationView look(@PathVariable String token) {
        return invitations.look(token);
    }

    /** Joins by a link: with a name and a password where the invited address has no account yet, else signed in with that address. */
    @PostMapping("/acceptance")
    @ResponseStatus(HttpStatus.CREATED)
    Joined accept(@PathVariable String token, @RequestBody(required = false) @Nullable Acceptance request) {
        return Joined.of(invitations.accept(
                token, request == null ? null : request.name(), request == null ? null : request.password()));
    }
}
