package roster.member;

/** What an admin does to somebody on the member list. */
public enum MemberAction {
    WITHDRAW,
    RESEND,
    BLOCK,
    UNBLOCK,
    DELETE,
    SET_ROLE
}
