package roster.invitation;

import roster.account.Person;
import roster.member.Member;
import roster.workspace.Workspace;

/** What the holder of a valid link may know. */
record OpenInvitation(Invitation invitation, Member member, Workspace workspace, Person inviter) {}
