package roster.mail;

/** The mail did not go out, or nobody knows whether it did; another try may work. */
public class MailNotSent extends RuntimeException {

    MailNotSent(String message, Throwable cause) {
        super(message, cause);
    }
}
