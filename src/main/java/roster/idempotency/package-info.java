/** A POST that is sent twice with the same {@code Idempotency-Key} is done once. */
@NullMarked
package roster.idempotency;

import org.jspecify.annotations.NullMarked;
