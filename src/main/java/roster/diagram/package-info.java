/** The engine room: deploying and checking the diagrams. */
@NullMarked
package roster.diagram;

import org.jspecify.annotations.NullMarked;
