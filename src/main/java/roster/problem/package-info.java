/** What is refused, and how every door tells it: problem details (RFC 9457). */
@NullMarked
package roster.problem;

import org.jspecify.annotations.NullMarked;
