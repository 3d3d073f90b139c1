/** Who belongs to a workspace, in which role, and how that changes. */
@NullMarked
package roster.member;

import org.jspecify.annotations.NullMarked;
