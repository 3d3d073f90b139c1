package roster.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Keeps each mail as a file, so that Roster can be tried without a mail server. A repeat replaces the first. */
@Component
@ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "nothing-has-this-name")
public class Outbox implements Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int NEWEST = 50;

    private final MailMessages messages;
    private final Path folder;

    /** One mail, as its receiver would read it. */
    public record Letter(String to, String subject, Instant at, String text) {}

    Outbox(MailMessages messages, @Value("${roster.data-dir}") Path dataDir) {
        this.messages = messages;
        this.folder = dataDir.resolve("outbox");
        LOG.info("No mail server is configured (SPRING_MAIL_HOST): mails go to {}", folder);
    }

    @Override
    public void send(Mail mail) {
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, mail.id(), ".part");
            try (var out = Files.newOutputStream(unfinished)) {
                messages.message(mail).writeTo(out);
            }
            Files.move(unfinished, folder.resolve(mail.id() + ".eml"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | MessagingException failure) {
            throw new MailNotSent("The mail could not be written into the outbox", failure);
        }
    }

    /** The newest 50, newest first. */
    public List<Letter> newest() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.comparing(Outbox::writtenAt).reversed())
                    .limit(NEWEST)
                    .map(Outbox::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The outbox cannot be read", failure);
        }
    }

    private static Letter read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            var to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
            return new Letter(to.getAddress(), message.getSubject(), writtenAt(file), text(message));
        } catch (IOException failure) {
            throw new UncheckedIOException("The outbox cannot be read", failure);
        } catch (MessagingException damaged) {
            return new Letter("", file.getFileName().toString(), writtenAt(file), "This file is no mail.");
        }
    }

    /** The first part that is plain text. */
    private static String text(Part part) throws IOException, MessagingException {
        if (part.getContent() instanceof Multipart several) {
            BodyPart first = several.getBodyPart(0);
            return text(first);
        }
        return String.valueOf(part.getContent());
    }

    private static Instant writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException failure) {
            throw new UncheckedIOException("The outbox cannot be read", failure);
        }
    }
}
