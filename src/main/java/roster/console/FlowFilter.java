package roster.console;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import roster.flow.FlowQuery;

/** Which numbers the address of the page asks for; what a form leaves empty is not asked. */
record FlowFilter(
        @Nullable String process,
        @Nullable UUID workspace,
        @Nullable String role,
        @Nullable String from,
        @Nullable String to) {

    /** Whatever the address says behind its path. */
    FlowFilter in(UUID place) {
        return new FlowFilter(process, place, role, from, to);
    }

    FlowQuery query(ZoneId zone) {
        return FlowQuery.of(process, workspace, role, from, to, zone);
    }
}
