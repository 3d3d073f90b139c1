package roster.mail;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import roster.account.EmailAddress;

/** Writes mails: of each kind there are three templates, for the subject, the plain text and the HTML. */
@Component
public class MailTemplates {

    private final SpringTemplateEngine templates;

    MailTemplates(SpringTemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * @param kind such as {@code invitation}, of which the templates are {@code mail/invitation-subject.txt}, {@code .txt} and {@code .html}
     * @param id as {@link Mail#id}
     * @param context what the templates name, and the language
     */
    public Mail write(String kind, String id, EmailAddress to, String toName, Context context) {
        return new Mail(
                id,
                to,
                toName,
                templates.process("mail/" + kind + "-subject.txt", context).strip(),
                templates.process("mail/" + kind + ".txt", context),
                templates.process("mail/" + kind + ".html", context));
    }
}
