package roster.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import roster.problem.Problem;
import roster.rollout.Rollout;
import roster.rollout.RolloutManagement;
import roster.rollout.Timers;

/** Moves what is running to the newest version of its process, and tells how far that is. */
@Controller
@RequestMapping("/diagrams/{key}/rollouts")
class RolloutsPage {

    private final RolloutManagement rollouts;

    RolloutsPage(RolloutManagement rollouts) {
        this.rollouts = rollouts;
    }

    @GetMapping
    ModelAndView list(@PathVariable String key) {
        List<Rollout> all = rollouts.list(key).stream()
                .map(each -> each.failed() > 0 ? rollouts.get(key, each.id()) : each)
                .toList();
        return new ModelAndView("part/rollouts :: rollouts")
                .addObject("key", key)
                .addObject("rollouts", all)
                .addObject("moving", all.stream().anyMatch(each -> each.state() == Rollout.State.RUNNING));
    }

    @GetMapping("/new")
    ModelAndView ask(
            @PathVariable String key, @RequestParam(defaultValue = "KEEP") String timers, HttpServletRequest request) {
        return Htmx.dialog(request, "roll-out")
                .addObject("choices", Timers.values())
                .addObject("plan", rollouts.plan(key, timers, null));
    }

    @PostMapping
    ModelAndView start(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String timers,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            rollouts.start(key, timers, null);
        } catch (Problem problem) {
            return Htmx.again(ask(key, Timers.KEEP.name(), request), problem, response);
        }
        return Htmx.done(request, response, "done.rollout-started", "/diagrams/" + key);
    }

    @PostMapping("/{id}/retry")
    ModelAndView retry(
            @PathVariable String key, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        rollouts.retry(key, id);
        return Htmx.done(request, response, "done.rollout-retried", "/diagrams/" + key);
    }
}
