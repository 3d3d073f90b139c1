package roster.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roster.account.AccountManagement;
import roster.account.EmailAddress;
import roster.invitation.Invitation.Ending;
import roster.member.Member;
import roster.member.MemberManagement;
import roster.member.MemberStatus;
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.workspace.Role;
import roster.workspace.Workspace;
import roster.workspace.WorkspaceManagement;
import roster.workspace.WorkspaceType;

class OpenLinksTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID ID = UUID.randomUUID();
    private static final Invitation WAITING = Invitation.send(
                    ID, UUID.randomUUID(), Role.WORKSPACE_OPERATOR, "process", UUID.randomUUID(), null, NOW)
            .open(NOW, NOW.plusSeconds(60));

    private static final Workspace PLACE =
            new Workspace(WAITING.workspace(), "Wallet", WorkspaceType.TENANT, NOW, null, 1);

    private final Links links = mock();
    private final Invitations invitations = mock();
    private final MemberManagement members = mock();
    private final WorkspaceManagement workspaces = mock();
    private final OpenLinks open = new OpenLinks(
            links, invitations, members, workspaces, mock(AccountManagement.class), Clock.fixed(NOW, ZoneOffset.UTC));

    /** Several statements see several moments; whoever joins between two of them has still accepted, not let expire. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void tellsOfAnAcceptanceThatHappensWhileItReads(int before) {
        during(before, Ending.ACCEPTED, Optional.of(member(MemberStatus.ACTIVE)), Optional.of(PLACE));
        assertThatThrownBy(() -> open.open("token"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVITATION_ACCEPTED));
    }

    /** And what is withdrawn with its workspace was withdrawn. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void tellsOfAWithdrawalThatHappensWhileItReads(int before) {
        during(before, Ending.WITHDRAWN, Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> open.open("token"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVITATION_WITHDRAWN));
    }

    /** After so many reads the invitation ends. */
    private void during(int before, Ending ending, Optional<Member> row, Optional<Workspace> workspace) {
        var reads = new AtomicInteger();
        when(links.read(any())).thenReturn(new Link(ID, 1));
        when(invitations.findById(ID))
                .thenAnswer(call -> Optional.of(reads.getAndIncrement() < before ? WAITING : WAITING.end(ending, NOW)));
        when(members.find(ID))
                .thenAnswer(call ->
                        reads.getAndIncrement() < before ? Optional.of(member(MemberStatus.INVITATION_SENT)) : row);
        when(workspaces.find(WAITING.workspace()))
                .thenAnswer(call -> reads.getAndIncrement() < before ? Optional.of(PLACE) : workspace);
    }

    private static Member member(MemberStatus status) {
        return new Member(
                ID,
                WAITING.workspace(),
                new EmailAddress("ben@example.com"),
                "Ben",
                WAITING.role(),
                status,
                null,
                null,
                Set.of(),
                1);
    }
}
