/** What waits until somebody else than who asked for it says yes or no. */
@NullMarked
package roster.approval;

import org.jspecify.annotations.NullMarked;
