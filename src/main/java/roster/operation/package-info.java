/** What whoever runs Roster watches: metrics, and logs that say what they are about. */
@NullMarked
package roster.operation;

import org.jspecify.annotations.NullMarked;
