package roster.invitation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import roster.account.EmailAddress;
import roster.member.MemberManagement;
import roster.member.MemberStatus;
import roster.member.StatusByClock;
import roster.problem.Problem;
import roster.problem.ProblemType;
import roster.workspace.Permission;
import roster.workspace.Workspace;
import roster.workspace.WorkspaceManagement;

/** Every rule of an invitation but how often, asked of one or of many: what many share is read once. */
@Component
class Admissions {

    private final InvitationRights rights;
    private final MemberManagement members;
    private final WorkspaceManagement workspaces;
    private final StatusByClock status;

    Admissions(
            InvitationRights rights, MemberManagement members, WorkspaceManagement workspaces, StatusByClock status) {
        this.rights = rights;
        this.members = members;
        this.workspaces = workspaces;
        this.status = status;
    }

    /**
     * In the transaction that stores what passes: until it ends nobody can close the workspace or take the caller's right away.
     *
     * @return one for each request, in their order
     * @throws Problem if the caller may not invite anybody there
     */
    List<Admission> check(UUID workspaceId, List<InvitationRequest> requests) {
        Workspace workspace = rights.require(workspaceId, Permission.MEMBER_INVITE);
        Set<UUID> miniPrograms = miniPrograms(workspaceId, requests);
        List<Admission> complete = requests.stream()
                .map(request -> Admission.of(request, asked -> asked.check(workspace, miniPrograms)))
                .toList();
        Map<EmailAddress, MemberStatus> present = present(workspaceId, complete);
        return complete.stream()
                .map(admission -> admission.unless(wanted -> admit(workspaceId, wanted, present)))
                .toList();
    }

    /** Whoever is admitted is present for those who follow. */
    private void admit(UUID workspace, InvitationRequest.Checked wanted, Map<EmailAddress, MemberStatus> present) {
        rights.requireOffered(workspace, wanted.role());
        MemberStatus there = present.get(wanted.email());
        if (there != null) {
            throw Problem.forbiddenByStatus(
                    ProblemType.ADDRESS_PRESENT,
                    wanted.email() + " is on the member list already, with the status " + there + ".",
                    there,
                    there.actions());
        }
        present.put(wanted.email(), MemberStatus.INVITATION_SENT);
    }

    private Set<UUID> miniPrograms(UUID workspace, List<InvitationRequest> requests) {
        Set<UUID> asked = requests.stream()
                .flatMap(request -> request.choice().miniProgramIds().stream())
                .collect(Collectors.toSet());
        return workspaces.known(workspace, asked);
    }

    private Map<EmailAddress, MemberStatus> present(UUID workspace, List<Admission> complete) {
        Set<EmailAddress> wanted = complete.stream()
                .flatMap(admission -> Stream.ofNullable(admission.wanted()))
                .map(InvitationRequest.Checked::email)
                .collect(Collectors.toSet());
        var present = new HashMap<EmailAddress, MemberStatus>();
        members.find(workspace, wanted).forEach(member -> present.put(member.email(), status.of(member)));
        return present;
    }
}
