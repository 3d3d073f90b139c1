package roster.member;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import roster.history.HistoryEntry;
import roster.history.SealedEntry;
import roster.history.Verification;

/** What happened in a workspace, newest first; for its admins and for platform operators. */
@RestController
@RequestMapping("/api/workspaces/{workspace}/history")
class HistoryController {

    /** @param next to be given as {@code after}; null on the last page */
    @Schema(name = "HistoryPage")
    record Page(List<Entry> items, @Nullable String next) {}

    record Entry(
            UUID id,
            Instant at,
            @Nullable String actor,
            String action,
            HistoryEntry.Target target,
            @Nullable String statusBefore,
            @Nullable String statusAfter,
            @Nullable String roleBefore,
            @Nullable String roleAfter,
            List<UUID> miniProgramsBefore,
            List<UUID> miniProgramsAfter,
            @Nullable String processInstanceId,
            long position,
            String seal) {

        static Entry of(SealedEntry sealed) {
            HistoryEntry entry = sealed.entry();
            HistoryEntry.State before = entry.before();
            HistoryEntry.State after = entry.after();
            return new Entry(
                    entry.id(),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.target(),
                    before == null ? null : before.status(),
                    after == null ? null : after.status(),
                    before == null ? null : before.role(),
                    after == null ? null : after.role(),
                    before == null ? List.of() : before.miniPrograms(),
                    after == null ? List.of() : after.miniPrograms(),
                    entry.processInstanceId(),
                    sealed.position(),
                    sealed.seal());
        }
    }

    private final WorkspaceHistory history;

    HistoryController(WorkspaceHistory history) {
        this.history = history;
    }

    /**
     * Lists what happened in a workspace, newest first. A member and their invitation have the same id, so either parameter finds both.
     *
     * @param member only what happened to this member
     * @param invitation only what happened to this invitation
     * @param limit how many entries at most
     * @param after the next of the page before
     */
    @GetMapping
    Page page(
            @PathVariable UUID workspace,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(required = false) @Nullable UUID invitation,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var page = history.page(workspace, member == null ? invitation : member, limit, after);
        return new Page(page.items().stream().map(Entry::of).toList(), page.next());
    }

    /** Says whether the chain of seals over the history holds. */
    @GetMapping("/verification")
    Verification verify(@PathVariable UUID workspace) {
        return history.verify(workspace);
    }
}
