package roster.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Writes each mail as a file, so that Roster can be tried without a mail server. A repeat replaces the first. */
@Component
@ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "nothing-has-this-name")
class OutboxMailer implements Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxMailer.class);

    private final MailMessages messages;
    private final Path folder;

    OutboxMailer(MailMessages messages, @Value("${roster.data-dir}") Path dataDir) {
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
}
