/** People who can sign in: password, API tokens. */
@NullMarked
package roster.account;

import org.jspecify.annotations.NullMarked;
