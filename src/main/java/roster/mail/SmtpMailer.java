package roster.mail;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends over SMTP. */
@Component
@ConditionalOnProperty("spring.mail.host")
class SmtpMailer implements Mailer {

    private final JavaMailSender sender;
    private final MailMessages messages;
    private final MailMetrics metrics;

    SmtpMailer(JavaMailSender sender, MailMessages messages, MailMetrics metrics) {
        this.sender = sender;
        this.messages = messages;
        this.metrics = metrics;
    }

    @Override
    public void send(Mail mail) {
        try {
            sender.send(messages.message(mail));
            metrics.sent();
        } catch (MailException failure) {
            Throwable cause = failure instanceof MailSendException several && several.getMessageExceptions().length > 0
                    ? several.getMessageExceptions()[0]
                    : failure;
            String refusal = refusal(cause);
            if (refusal != null) {
                metrics.refused();
                throw new MailRefused("The mail server refused the mail for good: " + refusal, failure);
            }
            metrics.failed();
            throw new MailNotSent("The mail server did not take the mail: " + cause.getMessage(), failure);
        }
    }

    /** What the server said, if it said that it will never take this mail (5xx, RFC 5321, 4.2.1). */
    private static @Nullable String refusal(@Nullable Throwable failure) {
        if (failure instanceof SMTPAddressFailedException address && isPermanent(address.getReturnCode())) {
            return address.getMessage();
        }
        if (failure instanceof SMTPSendFailedException send
                && send.getNextException() == null
                && isPermanent(send.getReturnCode())) {
            return send.getMessage();
        }
        return failure instanceof MessagingException messaging ? refusal(messaging.getNextException()) : null;
    }

    private static boolean isPermanent(int code) {
        return code >= 500 && code < 600;
    }
}
