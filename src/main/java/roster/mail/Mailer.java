package roster.mail;

/** Where mails go out. */
public interface Mailer {

    /**
     * Hands a mail over, in at most the SMTP timeouts of the configuration.
     *
     * @throws MailNotSent if it may work later
     * @throws MailRefused if the server will never take it
     */
    void send(Mail mail);
}
