/** Workspaces, their mini programs, their roles and what each role may do. */
package roster.workspace;
