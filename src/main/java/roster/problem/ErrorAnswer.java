package roster.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what failed before any controller: a page for browsers, problem details for programs, and nothing of the inside for either. */
@Controller
@RequestMapping("/error")
class ErrorAnswer implements ErrorController {

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    Object page(HttpServletRequest request) {
        if (isForPrograms(request)) {
            return problem(request);
        }
        HttpStatus status = status(request);
        return new ModelAndView("error", Map.of("status", status.value(), "text", text(request, status)), status);
    }

    /** The messages of other statuses may come from the inside. */
    private static String text(HttpServletRequest request, HttpStatus status) {
        return status == HttpStatus.TOO_MANY_REQUESTS
                ? String.valueOf(request.getAttribute(RequestDispatcher.ERROR_MESSAGE))
                : "";
    }

    @RequestMapping
    ResponseEntity<Map<String, Object>> problem(HttpServletRequest request) {
        HttpStatus status = status(request);
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    /** Whatever they say that they accept: HTML is no use to them. */
    private static boolean isForPrograms(HttpServletRequest request) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .substring(request.getContextPath().length());
        return path.startsWith("/api/") || path.startsWith("/engine-rest/");
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
