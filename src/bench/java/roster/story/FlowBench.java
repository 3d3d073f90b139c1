package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** How long the numbers of the flow take where there are many invitations, and how long invitations take meanwhile. */
abstract class FlowBench extends Bench {

    private static final int FINISHED = Integer.getInteger("roster.bench.finished", 100_000);
    private static final int WORKSPACES = 20;
    private static final int TIMES = 40;

    @Autowired
    List<ScheduledTaskHolder> scheduled;

    private Workspace wallet;

    @Test
    void flow() throws Exception {
        wallet = workspace("TENANT");
        load(wallet, WORKSPACES, FINISHED, FINISHED / 10);
        note();
        var measured = new Measurements("%s: %,d finished invitations, %,d open ones, %,d rows of activities"
                .formatted(getClass().getSimpleName(), FINISHED, FINISHED / 10, rows("act_hi_actinst")));
        measured.several("before summing up, all", 3, () -> flow(OPERATOR, ""));
        measured.once("summing up all finished", this::sumUp);
        reopen();
        String one = "workspace=" + wallet.id();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String month = "from=" + today.minusDays(60) + "&to=" + today.minusDays(30);
        measured.several("all workspaces", TIMES, () -> flow(OPERATOR, ""));
        measured.several("all workspaces, one month", TIMES, () -> flow(OPERATOR, month));
        measured.several("all workspaces, one role", TIMES, () -> flow(OPERATOR, "role=WORKSPACE_OPERATOR"));
        measured.several("one workspace", TIMES, () -> flow(wallet.admin(), one));
        measured.several(
                "one workspace, one role, one month",
                TIMES,
                () -> flow(wallet.admin(), one + "&role=WORKSPACE_OPERATOR&" + month));
        measured.several("an invitation", TIMES, this::invite);
        whileAnalystsLook(
                () -> measured.several("an invitation while somebody asks all the time", TIMES, this::invite));
        measured.print();
    }

    /** As the engine's events do, which copies have none of. */
    private void note() {
        jdbc.sql("""
                insert into flow_ended select process from bench_copy c
                where not exists (select 1 from act_ru_execution e where e.id_ = c.process)""").update();
        jdbc.sql("analyze").update();
    }

    private void flow(Person who, String query) {
        Answer flow = get(who, "/api/flow?" + query);
        long requested = flow.body().path("invitations").path("requested").asLong();
        assertThat(requested).as(flow.text()).isPositive();
        assertThat(passed(flow, "StartEvent_InvitationRequested")).isEqualTo(requested);
    }

    private static long passed(Answer flow, String id) {
        for (JsonNode element : flow.body().path("elements")) {
            if (element.path("id").asText().equals(id)) {
                return element.path("passed").asLong();
            }
        }
        return 0;
    }

    private void invite() {
        assertThat(invite(wallet, address(), "WORKSPACE_OPERATOR").status()).isEqualTo(201);
    }

    private void whileAnalystsLook(Runnable action) {
        var over = new AtomicBoolean();
        var looking = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                flow(OPERATOR, "");
            }
        });
        action.run();
        over.set(true);
        looking.join();
    }

    private void sumUp() {
        scheduled.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .filter(task -> task.toString().endsWith("SummingUp.sumUp"))
                .forEach(task -> task.getTask().getRunnable().run());
        assertThat(rows("flow_ended")).isZero();
    }
}
