package roster.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemberStatusTest {

    @Test
    void allowsTheActionsOfTheMembersPageAndNoOther() {
        assertThat(MemberStatus.INVITATION_SENT.actions()).containsExactly(MemberAction.WITHDRAW);
        assertThat(MemberStatus.INVITATION_EXPIRED.actions())
                .containsExactly(MemberAction.RESEND, MemberAction.WITHDRAW);
        assertThat(MemberStatus.ACTIVE.actions())
                .containsExactly(MemberAction.BLOCK, MemberAction.DELETE, MemberAction.SET_ROLE);
        assertThat(MemberStatus.INACTIVE.actions()).containsExactly(MemberAction.UNBLOCK, MemberAction.SET_ROLE);
    }
}
