package roster.member;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import roster.account.AccountManagement;
import roster.account.EmailAddress;
import roster.account.Language;
import roster.history.History;
import roster.history.HistoryEntry;
import roster.mail.Mail;
import roster.mail.Mailer;
import roster.problem.Name;
import roster.workspace.WorkspaceManagement;

/** Tells somebody by mail what an admin has changed. What it says comes from the history, for a deleted member is nowhere else. */
@Component
class MemberNotice {

    private final Mailer mailer;
    private final SpringTemplateEngine templates;
    private final History history;
    private final WorkspaceManagement workspaces;
    private final AccountManagement accounts;

    MemberNotice(
            Mailer mailer,
            SpringTemplateEngine templates,
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
        HistoryEntry entry = history.newest(processInstance)
                .orElseThrow(() -> new IllegalStateException("The process notifies of a change that it has not made"));
        var to = new EmailAddress(entry.target().email());
        var context = new Context(Language.localeOf(language(to)));
        context.setVariable("entry", entry);
        context.setVariable("name", Name.isolated(entry.target().name()));
        context.setVariable("workspace", Name.isolated(workspaces.nameOf(entry.workspace())));
        String subject = templates.process("mail/notice-subject.txt", context).strip();
        mailer.send(new Mail(
                "notice-" + entry.id(),
                to,
                entry.target().name(),
                subject,
                templates.process("mail/notice.txt", context),
                templates.process("mail/notice.html", context)));
    }

    private @Nullable Language language(EmailAddress to) {
        return accounts.find(to).map(person -> person.preferences().language()).orElse(null);
    }
}
