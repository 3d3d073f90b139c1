/** Moving running processes to the newest version of their diagram. */
@NullMarked
package roster.rollout;

import org.jspecify.annotations.NullMarked;
