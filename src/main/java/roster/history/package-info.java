/** What happened, by whom, before and after; append-only. */
@NullMarked
package roster.history;

import org.jspecify.annotations.NullMarked;
