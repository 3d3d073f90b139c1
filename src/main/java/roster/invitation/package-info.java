/** From request to joined, withdrawn or expired. */
@NullMarked
package roster.invitation;

import org.jspecify.annotations.NullMarked;
