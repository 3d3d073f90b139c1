package roster.member;

import roster.workspace.Permission;

/** What an admin does to somebody on the member list. */
public enum MemberAction {
    WITHDRAW(Permission.MEMBER_WITHDRAW),
    RESEND(Permission.MEMBER_RESEND),
    BLOCK(Permission.MEMBER_BLOCK),
    UNBLOCK(Permission.MEMBER_UNBLOCK),
    DELETE(Permission.MEMBER_DELETE),
    SET_ROLE(Permission.MEMBER_SET_ROLE);

    private final Permission permission;

    MemberAction(Permission permission) {
        this.permission = permission;
    }

    /** What a role must include for it. */
    public Permission permission() {
        return permission;
    }
}
