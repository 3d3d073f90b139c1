/** Who belongs to a workspace, in which role, and how that changes. */
package roster.member;
