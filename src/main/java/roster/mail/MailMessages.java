package roster.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Turns mails into MIME, the same whether they go to a server or into the outbox. */
@Component
class MailMessages {

    private final InternetAddress from;

    MailMessages(@Value("${roster.mail-from}") String from) {
        try {
            this.from = new InternetAddress(from, true);
            this.from.setPersonal("Roster", StandardCharsets.UTF_8.name());
        } catch (MessagingException | UnsupportedEncodingException wrong) {
            throw new IllegalArgumentException("ROSTER_MAIL_FROM must be one mail address, but is " + from, wrong);
        }
    }

    MimeMessage message(Mail mail) {
        try {
            var message = new Identified("<" + mail.id() + "@" + domain() + ">");
            var helper = new MimeMessageHelper(
                    message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(new InternetAddress(mail.to().value(), mail.toName(), StandardCharsets.UTF_8.name()));
            helper.setSubject(mail.subject());
            helper.setText(mail.text(), mail.html());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.saveChanges();
            return message;
        } catch (MessagingException | UnsupportedEncodingException wrong) {
            throw new MailNotSent("The mail could not be composed", wrong);
        }
    }

    private String domain() {
        return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }

    /** Keeps the id that it was given, where the base class would make a new one at each try. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
