package roster.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Turns mails into MIME, the same whether they go to a server or into the outbox. */
@Component
class MailMessages {

    /** Of defaults alone: making one reads files of several libraries. */
    private static final Session SESSION = Session.getInstance(new Properties());

    static {
        // Otherwise each part of each mail looks for it through the whole class path, which costs more than all the
        // rest of writing a mail
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final InternetAddress from;

    MailMessages(@Value("${roster.mail-from}") String from) {
        try {
            this.from = new InternetAddress(from, true);
            this.from.setPersonal("Roster", UTF_8.name());
        } catch (MessagingException | UnsupportedEncodingException wrong) {
            throw new IllegalArgumentException("ROSTER_MAIL_FROM must be one mail address, but is " + from, wrong);
        }
    }

    MimeMessage message(Mail mail) {
        try {
            var message = new Identified("<" + mail.id() + "@" + domain() + ">");
            message.setFrom(from);
            message.setRecipient(
                    Message.RecipientType.TO, new InternetAddress(mail.to().value(), mail.toName(), UTF_8.name()));
            message.setSubject(mail.subject(), UTF_8.name());
            message.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.saveChanges();
            return message;
        } catch (MessagingException | UnsupportedEncodingException wrong) {
            throw new MailNotSent("The mail could not be composed", wrong);
        }
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        return part;
    }

    private String domain() {
        return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }

    /** Keeps the id that it was given, where the base class would make a new one at each try. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(String id) {
            super(SESSION);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
