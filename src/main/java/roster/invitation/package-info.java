/** From request to joined, withdrawn or expired. */
package roster.invitation;
