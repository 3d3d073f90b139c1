package roster.mail;

import roster.account.EmailAddress;

/**
 * A mail to one person.
 *
 * @param id the same for every try to send the same mail, so that a receiver can tell a repeat; letters, digits, dots and hyphens
 */
public record Mail(String id, EmailAddress to, String toName, String subject, String text, String html) {

    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
