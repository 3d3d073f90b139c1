/** Deploying the diagrams, and where processes stand on them. */
@NullMarked
package roster.diagram;

import org.jspecify.annotations.NullMarked;
