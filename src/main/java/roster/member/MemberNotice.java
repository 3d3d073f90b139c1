package roster.member;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import roster.account.AccountManagement;
import roster.account.EmailAddress;
import roster.account.Language;
import roster.history.History;
import roster.history.HistoryEntry;
import roster.mail.MailTemplates;
import roster.mail.Mailer;
import roster.problem.Name;
import roster.workspace.WorkspaceManagement;

/** Tells somebody by mail what an admin has changed. What it says comes from the history, for a deleted member is nowhere else. */
@Component
class MemberNotice {

    private static final Set<String> TOLD = Set.of("BLOCK", "UNBLOCK", "DELETE", "SET_ROLE");

    private final Mailer mailer;
    private final MailTemplates templates;
    private final History history;
    private final WorkspaceManagement workspaces;
    private final AccountManagement accounts;

    MemberNotice(
            Mailer mailer,
            MailTemplates templates,
            History history,
            WorkspaceManagement workspaces,
            AccountManagement accounts) {
        this.mailer = mailer;
        this.templates = templates;
        this.history = history;
        this.workspaces = workspaces;
        this.accounts = accounts;
    }

    /** @throws IllegalStateException if the process has changed nothing: then its diagram notifies before the change */
    void send(String processInstance) {
        HistoryEntry entry = history.newest(processInstance, TOLD)
                .orElseThrow(() -> new IllegalStateException("The process notifies of a change that it has not made"));
        var to = new EmailAddress(entry.target().email());
        var context = new Context(Language.localeOf(language(to)));
        context.setVariable("entry", entry);
        context.setVariable("name", Name.isolated(entry.target().name()));
        context.setVariable("workspace", Name.isolated(workspaces.nameOf(entry.workspace())));
        mailer.send(templates.write(
                "notice", "notice-" + entry.id(), to, entry.target().name(), context));
    }

    private @Nullable Language language(EmailAddress to) {
        return accounts.find(to).map(person -> person.preferences().language()).orElse(null);
    }
}
