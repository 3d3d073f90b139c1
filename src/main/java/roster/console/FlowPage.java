package roster.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import roster.flow.FlowReport;
import roster.workspace.Role;

/** The diagrams with numbers on them: of all workspaces for analysts and operators, of one for its admins. */
@Controller
class FlowPage {

    private final FlowReport report;
    private final Times times;

    FlowPage(FlowReport report, Times times) {
        this.report = report;
        this.times = times;
    }

    @GetMapping("/flow")
    ModelAndView ofAll(FlowFilter filter, HttpServletRequest request) {
        return show("/flow", filter, request)
                .addObject("workspaces", report.workspaces())
                .addObject("roles", Role.values());
    }

    @GetMapping("/workspaces/{workspace}/flow")
    ModelAndView ofOne(@PathVariable UUID workspace, FlowFilter filter, HttpServletRequest request) {
        return show("/workspaces/" + workspace + "/flow", filter.in(workspace), request);
    }

    /** The diagram that the pages draw. */
    @GetMapping(path = "/flow/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String bpmn(@RequestParam String process, @RequestParam(required = false) @Nullable UUID workspace) {
        return report.bpmn(process, workspace);
    }

    private ModelAndView show(String page, FlowFilter filter, HttpServletRequest request) {
        return new ModelAndView(Htmx.asks(request) ? "flow :: numbers" : "flow")
                .addObject("page", page)
                .addObject("filter", filter)
                .addObject("flow", report.read(filter.query(times.zoneOrUtc())))
                .addObject("processes", report.processes());
    }
}
