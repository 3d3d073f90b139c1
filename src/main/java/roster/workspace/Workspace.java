package roster.workspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** A place that people are members of. Closed ones stay for their history, and no door shows them. */
public record Workspace(
        @Id UUID id,
        String name,
        WorkspaceType type,
        Instant createdAt,
        @Nullable Instant closedAt,
        @Version int version) {

    /**
     * A new workspace has its first admin to invite, in the same transaction.
     *
     * @param adminName as typed, checked by who listens
     * @param adminEmail as typed, checked by who listens
     * @param adminLanguage of the mail, checked by who listens; null for the caller's own
     */
    public record Opened(
            Workspace workspace,
            @Nullable String adminName,
            @Nullable String adminEmail,
            @Nullable String adminLanguage) {}

    /** The workspace has just been closed, in the same transaction. */
    public record Closed(Workspace workspace) {}

    static Workspace open(String name, WorkspaceType type, Instant now) {
        return new Workspace(UUID.randomUUID(), name, type, now, null, 0);
    }

    Workspace close(Instant now) {
        return new Workspace(id, name, type, createdAt, now, version);
    }
}
