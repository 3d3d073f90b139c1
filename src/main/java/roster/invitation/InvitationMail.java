package roster.invitation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import roster.account.AccountManagement;
import roster.mail.Mail;
import roster.mail.Mailer;
import roster.member.Member;
import roster.workspace.WorkspaceManagement;

/** Writes the invitation and hands it to the mailer. */
@Component
class InvitationMail {

    private final Mailer mailer;
    private final SpringTemplateEngine templates;
    private final Links links;
    private final WorkspaceManagement workspaces;
    private final AccountManagement accounts;

    InvitationMail(
            Mailer mailer,
            SpringTemplateEngine templates,
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
        String inviter = accounts.find(invitation.inviter()).orElseThrow().name();
        String workspace = workspaces.require(invitation.workspace()).name();
        var context = new Context(Locale.ENGLISH);
        context.setVariable("name", member.name());
        context.setVariable("inviter", inviter);
        context.setVariable("workspace", workspace);
        context.setVariable("role", member.role().name());
        context.setVariable("miniPrograms", workspaces.miniPrograms(invitation.workspace(), member.miniProgramIds()));
        context.setVariable("link", links.uri(invitation).toString());
        context.setVariable("expiresAt", expiry(invitation.expiresAt()));
        mailer.send(new Mail(
                "invitation-" + invitation.id() + "-" + invitation.sendCount(),
                member.email(),
                member.name(),
                templates.process("mail/invitation-subject.txt", context).strip(),
                templates.process("mail/invitation.txt", context),
                templates.process("mail/invitation.html", context)));
    }

    private static OffsetDateTime expiry(@Nullable Instant expiresAt) {
        if (expiresAt == null) {
            throw new IllegalStateException(
                    "An invitation that is sent has an expiry; does the diagram have its timer?");
        }
        return expiresAt.atOffset(ZoneOffset.UTC);
    }
}
