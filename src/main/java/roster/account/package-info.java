/** People who can sign in. */
package roster.account;
