package roster.workspace;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** Something that members of one workspace work on. */
public record MiniProgram(
        @Id UUID id, UUID workspace, String name, @Version int version) {}
