package roster.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import roster.invitation.InvitationManagement;
import roster.invitation.MemberList;
import roster.member.MemberStatus;

/** The member list that admins work in. */
@Controller
@RequestMapping("/workspaces/{workspace}/members")
class MembersPage {

    private final MemberList list;
    private final InvitationManagement invitations;

    MembersPage(MemberList list, InvitationManagement invitations) {
        this.list = list;
        this.invitations = invitations;
    }

    /** @param seen the state of the rows that the page shows already; nothing is answered while they have not changed */
    @GetMapping
    ModelAndView list(
            @PathVariable UUID workspace,
            MembersFilter filter,
            @RequestParam(required = false) @Nullable String seen,
            HttpServletRequest request) {
        MemberList.Page page = list.page(workspace, filter.query());
        String state = Integer.toHexString(page.toString().hashCode());
        if (state.equals(seen)) {
            return Htmx.nothing();
        }
        return new ModelAndView(Htmx.asks(request) ? "members :: rows" : "members")
                .addObject("page", page)
                .addObject("filter", filter)
                .addObject("state", state)
                .addObject("statuses", MemberStatus.values())
                .addObject("invites", !invitations.offeredRoles(workspace).isEmpty());
    }
}
