/** How often something may happen. */
@NullMarked
package roster.limit;

import org.jspecify.annotations.NullMarked;
