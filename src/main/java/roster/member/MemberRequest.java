package roster.member;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a member that waits in its process.
 *
 * @param requestedBy account of who asked; null once the change is made
 * @param role as typed; for SET_ROLE
 */
public record MemberRequest(
        MemberAction action,
        @Nullable UUID requestedBy,
        @Nullable String role) {

    /**
     * Nothing for a process that does not change a member.
     *
     * @param process key of the process
     */
    public static Optional<MemberRequest> of(String process, Map<String, Object> variables) {
        return MemberProcess.KEYS.entrySet().stream()
                .filter(each -> each.getValue().equals(process))
                .map(each -> new MemberRequest(each.getKey(), requester(variables), (String) variables.get("role")))
                .findFirst();
    }

    private static @Nullable UUID requester(Map<String, Object> variables) {
        return variables.get(MemberProcess.REQUESTED_BY) instanceof String id ? UUID.fromString(id) : null;
    }
}
