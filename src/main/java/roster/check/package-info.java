/** What every diagram must keep to before the engine takes it. */
@NullMarked
package roster.check;

import org.jspecify.annotations.NullMarked;
