package roster.workspace;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** Something that members of one workspace work on. */
public record MiniProgram(
        @Id UUID id, UUID workspace, String name, @Version int version) {

    /** It has just been added by the person who is signed in, in the same transaction. */
    public record Added(MiniProgram miniProgram) {}

    /** It is about to be removed, in the same transaction. */
    public record Removed(MiniProgram miniProgram) {}
}
