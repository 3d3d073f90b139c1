package roster.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import roster.diagram.DiagramManagement;
import roster.diagram.DiagramVersion;
import roster.problem.Problem;

/** The processes that are deployed, every version of each, and the way back to an earlier one. */
@Controller
@RequestMapping("/diagrams")
class DiagramsPage {

    private final DiagramManagement diagrams;

    /** Built from npm packages, so it is not there where the build had no Node. */
    private final boolean editor = new ClassPathResource("static/editor/editor.js").exists();

    DiagramsPage(DiagramManagement diagrams) {
        this.diagrams = diagrams;
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView("diagrams").addObject("processes", diagrams.list());
    }

    @GetMapping("/{key}")
    ModelAndView newest(@PathVariable String key) {
        List<DiagramVersion> versions = diagrams.versions(key);
        return page(versions, versions.get(0));
    }

    @GetMapping("/{key}/versions/{version}")
    ModelAndView show(@PathVariable String key, @PathVariable int version) {
        List<DiagramVersion> versions = diagrams.versions(key);
        return page(versions, find(versions, version));
    }

    /** What the page draws. */
    @GetMapping(path = "/{key}/versions/{version}/bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    byte[] bpmn(@PathVariable String key, @PathVariable int version) {
        return diagrams.bpmn(key, version);
    }

    @GetMapping("/{key}/versions/{version}/restore")
    ModelAndView ask(@PathVariable String key, @PathVariable int version, HttpServletRequest request) {
        return Htmx.dialog(request, "deploy-diagram")
                .addObject("action", "restore")
                .addObject("version", find(diagrams.versions(key), version))
                .addObject("plan", diagrams.checkRestoring(key, version));
    }

    @PostMapping("/{key}/versions/{version}/restore")
    ModelAndView restore(
            @PathVariable String key,
            @PathVariable int version,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            diagrams.restore(key, version);
        } catch (Problem problem) {
            return Htmx.again(ask(key, version, request), problem, response);
        }
        return done(request, response, "done.diagram-restored", key);
    }

    /** What a diagram that is being edited would change. */
    @PostMapping("/{key}/check")
    ModelAndView check(@RequestParam(defaultValue = "") String bpmn) {
        return new ModelAndView("part/diagram :: checked").addObject("plan", diagrams.check(null, bytes(bpmn)));
    }

    @PostMapping("/{key}/confirm")
    ModelAndView ask(
            @PathVariable String key, @RequestParam(defaultValue = "") String bpmn, HttpServletRequest request) {
        return Htmx.dialog(request, "deploy-diagram")
                .addObject("action", "deploy")
                .addObject("version", diagrams.versions(key).get(0))
                .addObject("plan", diagrams.check(null, bytes(bpmn)));
    }

    @PostMapping("/{key}/deploy")
    ModelAndView deploy(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String bpmn,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            diagrams.deploy(null, bytes(bpmn));
        } catch (Problem problem) {
            return Htmx.again(ask(key, bpmn, request), problem, response);
        }
        return done(request, response, "done.diagram-deployed", key);
    }

    /** The page as a whole: it shows another version now. */
    private static ModelAndView done(
            HttpServletRequest request, HttpServletResponse response, String message, String key) {
        String page = "/diagrams/" + key;
        return Htmx.asks(request)
                ? Htmx.leave(request, response, message, page)
                : Htmx.done(request, response, message, page);
    }

    private static byte[] bytes(String bpmn) {
        return bpmn.getBytes(StandardCharsets.UTF_8);
    }

    private ModelAndView page(List<DiagramVersion> versions, DiagramVersion shown) {
        DiagramVersion newest = versions.get(0);
        return new ModelAndView("diagram")
                .addObject("editor", editor)
                .addObject("versions", versions)
                .addObject("shown", shown)
                .addObject("newest", newest)
                .addObject(
                        "running",
                        diagrams.running(shown.key()).stream()
                                .filter(place -> shown.equals(newest) || place.version() == shown.version())
                                .toList());
    }

    private static DiagramVersion find(List<DiagramVersion> versions, int version) {
        return versions.stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("version"));
    }
}
