package roster.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import roster.account.Language;
import roster.invitation.InvitationBatch;
import roster.invitation.InvitationManagement;
import roster.problem.FieldError;
import roster.problem.Problem;

/** The dialog in which admins invite one person or many. The list goes out in batches, so that the page shows how far it is. */
@Controller
@RequestMapping("/workspaces/{workspace}/members/new")
class NewMembersPage {

    private static final int BATCH = 50;
    private static final Set<String> COMMON_FIELDS = Set.of("role", "miniPrograms", "language");

    private final InvitationManagement invitations;
    private final InvitationBatch batch;
    private final RoleForm roles;

    NewMembersPage(InvitationManagement invitations, InvitationBatch batch, RoleForm roles) {
        this.invitations = invitations;
        this.batch = batch;
        this.roles = roles;
    }

    @GetMapping
    ModelAndView ask(@PathVariable UUID workspace, NewMembers typed, HttpServletRequest request) {
        return dialog(workspace, typed, request);
    }

    /** The mini programs to choose from, where the role that was chosen needs them. */
    @GetMapping("/mini-programs")
    ModelAndView miniPrograms(@PathVariable UUID workspace, NewRole chosen) {
        return roles.offerToInvite(
                new ModelAndView("part/role :: mini-programs"), workspace, chosen, invitations.offeredRoles(workspace));
    }

    @PostMapping
    ModelAndView invite(
            @PathVariable UUID workspace, NewMembers typed, HttpServletRequest request, HttpServletResponse response) {
        try {
            List<People.Someone> people = typed.read();
            if (people.size() > 1) {
                return invite(workspace, typed, people, request);
            }
            invitations.invite(workspace, typed.request(people.get(0)));
        } catch (Problem problem) {
            return Htmx.again(dialog(workspace, typed, request), problem, response);
        }
        return Htmx.done(request, response, "done.INVITE", "/workspaces/" + workspace + "/members");
    }

    /** The next few of many; the page asks for them by itself. */
    @PostMapping("/batch")
    ModelAndView batch(
            @PathVariable UUID workspace, NewMembers typed, HttpServletRequest request, HttpServletResponse response) {
        var sending = Sending.send(typed, typed.read(), BATCH, inviter(workspace, typed));
        response.setHeader("HX-Trigger", "roster:changed");
        return new ModelAndView("sending :: batch").addObject("typed", typed).addObject("sending", sending);
    }

    private ModelAndView invite(
            UUID workspace, NewMembers typed, List<People.Someone> people, HttpServletRequest request) {
        int most = Htmx.asks(request) ? BATCH : people.size();
        var sending = Sending.send(typed, people, most, inviter(workspace, typed));
        Problem first = sending.just().get(0).problem();
        if (first != null && concernsAll(first)) {
            throw first;
        }
        return Htmx.dialog(request, "sending").addObject("typed", typed).addObject("sending", sending);
    }

    private Sending.Door inviter(UUID workspace, NewMembers typed) {
        return people -> batch
                .invite(workspace, people.stream().map(typed::request).toList())
                .stream()
                .map(InvitationBatch.Outcome::refusal)
                .collect(Collectors.toList());
    }

    /** A wrong role is wrong for everybody, and so nobody was invited. */
    private static boolean concernsAll(Problem problem) {
        return problem.body().get("errors") instanceof List<?> errors
                && errors.stream().map(FieldError.class::cast).anyMatch(error -> COMMON_FIELDS.contains(error.field()));
    }

    private ModelAndView dialog(UUID workspace, NewMembers typed, HttpServletRequest request) {
        var dialog =
                Htmx.dialog(request, "new-members").addObject("typed", typed).addObject("languages", Language.values());
        var chosen = new NewRole(typed.role(), typed.miniPrograms());
        return roles.offerToInvite(dialog, workspace, chosen, invitations.offeredRoles(workspace));
    }
}
