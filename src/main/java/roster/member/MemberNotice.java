package roster.member;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import roster.account.EmailAddress;
import roster.history.History;
import roster.history.HistoryEntry;
import roster.mail.Mail;
import roster.mail.Mailer;
import roster.workspace.WorkspaceManagement;

/** Tells somebody by mail what an admin has changed. What it says comes from the history, for a deleted member is nowhere else. */
@Component
class MemberNotice {

    private final Mailer mailer;
    private final SpringTemplateEngine templates;
    private final History history;
    private final WorkspaceManagement workspaces;

    MemberNotice(Mailer mailer, SpringTemplateEngine templates, History history, WorkspaceManagement workspaces) {
        this.mailer = mailer;
        this.templates = templates;
        this.history = history;
        this.workspaces = workspaces;
    }

    /** @throws IllegalStateException if the process has changed nothing: then its diagram notifies before the change */
    void send(String processInstance) {
        HistoryEntry entry = history.newest(processInstance)
                .orElseThrow(() -> new IllegalStateException("The process notifies of a change that it has not made"));
        var context = new Context(Locale.ENGLISH);
        context.setVariable("entry", entry);
        context.setVariable("workspace", workspaces.nameOf(entry.workspace()));
        String subject = templates.process("mail/notice-subject.txt", context).strip();
        mailer.send(new Mail(
                "notice-" + entry.id(),
                new EmailAddress(entry.target().email()),
                entry.target().name(),
                subject,
                templates.process("mail/notice.txt", context),
                templates.process("mail/notice.html", context)));
    }
}
