/** What the REST API says of itself: an OpenAPI 3 description, made from the code. */
@NullMarked
package roster.openapi;

import org.jspecify.annotations.NullMarked;
