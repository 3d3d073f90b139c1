/** Pages. They call the same doors as the API. */
@NullMarked
package roster.console;

import org.jspecify.annotations.NullMarked;
