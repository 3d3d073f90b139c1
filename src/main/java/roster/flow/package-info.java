/** How many wait, passed and ended at each element of a diagram. */
@NullMarked
package roster.flow;

import org.jspecify.annotations.NullMarked;
