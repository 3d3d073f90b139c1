/** Mails handed to an SMTP server, or put into the outbox while none is configured. */
@NullMarked
package roster.mail;

import org.jspecify.annotations.NullMarked;
