/** The process engine: its settings, its conflicts, and its own REST API as one of the doors. */
@NullMarked
package roster.engine;

import org.jspecify.annotations.NullMarked;
