/** Workspaces, their mini programs, their roles and what each role may do. */
@NullMarked
package roster.workspace;

import org.jspecify.annotations.NullMarked;
