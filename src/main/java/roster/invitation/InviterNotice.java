package roster.invitation;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import roster.account.AccountManagement;
import roster.account.Language;
import roster.account.Person;
import roster.history.History;
import roster.history.HistoryEntry;
import roster.history.HistoryEntry.State;
import roster.invitation.Invitation.ExpiryReason;
import roster.mail.MailTemplates;
import roster.mail.Mailer;
import roster.problem.Name;
import roster.problem.Problem;
import roster.workspace.WorkspaceManagement;

/** Tells the inviter by mail what happened last to their invitation. It comes from the history, for who was withdrawn is nowhere else. */
@Component
class InviterNotice {

    private static final Set<String> TOLD = Set.of("INVITE", "ACCEPT", "EXPIRE", "RESEND", "WITHDRAW");

    private final Mailer mailer;
    private final MailTemplates templates;
    private final History history;
    private final Invitations invitations;
    private final WorkspaceManagement workspaces;
    private final AccountManagement accounts;

    InviterNotice(
            Mailer mailer,
            MailTemplates templates,
            History history,
            Invitations invitations,
            WorkspaceManagement workspaces,
            AccountManagement accounts) {
        this.mailer = mailer;
        this.templates = templates;
        this.history = history;
        this.invitations = invitations;
        this.workspaces = workspaces;
        this.accounts = accounts;
    }

    void send(UUID id, String processInstance) {
        Invitation invitation = invitations.findById(id).orElseThrow(() -> Problem.notFound("invitation"));
        Person inviter = accounts.find(invitation.inviter()).orElseThrow();
        HistoryEntry entry = history.newest(processInstance, TOLD)
                .orElseThrow(() -> new IllegalStateException("A registered invitation has a history"));
        var context = new Context(Language.localeOf(inviter.preferences().language()));
        context.setVariable("happened", happened(entry, invitation.expiryReason()));
        context.setVariable("entry", entry);
        context.setVariable("name", Name.isolated(inviter.name()));
        context.setVariable("invitee", Name.isolated(entry.target().name()));
        context.setVariable("workspace", Name.isolated(workspaces.nameOf(entry.workspace())));
        context.setVariable("role", role(entry));
        mailer.send(templates.write("inviter", "inviter-" + entry.id(), inviter.email(), inviter.name(), context));
    }

    /** What the texts call it. */
    private static String happened(HistoryEntry entry, @Nullable ExpiryReason reason) {
        if (entry.action().equals("EXPIRE")) {
            return (reason == null ? ExpiryReason.VALIDITY_OVER : reason).name();
        }
        return entry.action().equals("WITHDRAW") && entry.actor() == null ? "WITHDRAW_BY_CLOCK" : entry.action();
    }

    private static String role(HistoryEntry entry) {
        State state = entry.after() == null ? entry.before() : entry.after();
        return state == null ? "" : state.role();
    }
}
