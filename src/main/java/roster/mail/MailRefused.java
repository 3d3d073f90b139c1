package roster.mail;

/** The server refused this mail for good, such as an address that it does not know; another try is no use. */
public class MailRefused extends RuntimeException {

    MailRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
