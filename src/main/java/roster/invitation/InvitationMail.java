package roster.invitation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import roster.account.AccountManagement;
import roster.account.Language;
import roster.account.Person;
import roster.mail.MailTemplates;
import roster.mail.Mailer;
import roster.member.Member;
import roster.problem.Name;
import roster.workspace.WorkspaceManagement;

/** Writes the invitation and its reminders, and hands them to the mailer. */
@Component
class InvitationMail {

    private final Mailer mailer;
    private final MailTemplates templates;
    private final Links links;
    private final WorkspaceManagement workspaces;
    private final AccountManagement accounts;

    InvitationMail(
            Mailer mailer,
            MailTemplates templates,
            Links links,
            WorkspaceManagement workspaces,
            AccountManagement accounts) {
        this.mailer = mailer;
        this.templates = templates;
        this.links = links;
        this.workspaces = workspaces;
        this.accounts = accounts;
    }

    void send(Invitation invitation, Member member) {
        send("invitation", invitation.id() + "-" + invitation.sendCount(), invitation, member);
    }

    /** @param occurrence tells this reminder from others: letters, digits and hyphens */
    void remind(Invitation invitation, Member member, String occurrence) {
        send("reminder", invitation.id() + "-" + occurrence, invitation, member);
    }

    private void send(String kind, String id, Invitation invitation, Member member) {
        Person inviter = accounts.find(invitation.inviter()).orElseThrow();
        String workspace = workspaces.require(invitation.workspace()).name();
        var context = new Context(Language.localeOf(invitation.language()));
        context.setVariable("name", Name.isolated(member.name()));
        context.setVariable("inviter", Name.isolated(inviter.name()));
        context.setVariable("workspace", Name.isolated(workspace));
        context.setVariable("role", member.role().name());
        context.setVariable("miniPrograms", miniPrograms(member));
        context.setVariable("link", links.uri(invitation).toString());
        context.setVariable("expiresAt", expiry(invitation.expiresAt()));
        mailer.send(templates.write(kind, kind + "-" + id, member.email(), member.name(), context));
    }

    private List<String> miniPrograms(Member member) {
        return workspaces.miniPrograms(member.workspace(), member.miniProgramIds()).stream()
                .map(miniProgram -> Name.isolated(miniProgram.name()))
                .toList();
    }

    private static ZonedDateTime expiry(@Nullable Instant expiresAt) {
        if (expiresAt == null) {
            throw new IllegalStateException(
                    "An invitation that is sent has an expiry; does the diagram have its timer?");
        }
        return expiresAt.atZone(ZoneId.of("UTC"));
    }
}
