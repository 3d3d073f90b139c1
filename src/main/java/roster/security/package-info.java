/** Which door asks for what. */
@NullMarked
package roster.security;

import org.jspecify.annotations.NullMarked;
