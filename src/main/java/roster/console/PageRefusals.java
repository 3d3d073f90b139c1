package roster.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import roster.problem.Problem;

/** Tells on a page, or as a message on the page that is open, what was refused. */
@ControllerAdvice(basePackageClasses = PageRefusals.class)
class PageRefusals {

    private final Frame frame;

    PageRefusals(Frame frame) {
        this.frame = frame;
    }

    @ExceptionHandler
    ModelAndView refused(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        if (request.getParameter("seen") != null) {
            // The page asks by itself whether something changed: it no longer may, so it is loaded again and says so
            response.setHeader("HX-Refresh", "true");
        }
        problem.retryAfter().ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
        var page = new ModelAndView(
                Htmx.asks(request) ? "part/problem :: message" : "refused",
                HttpStatus.valueOf(problem.type().status()));
        return page.addObject("problem", problem).addObject("frame", frame.around(null));
    }

    /** Two changes of one row at once, where no process runs them one after the other. */
    @ExceptionHandler
    ModelAndView conflict(ConcurrencyFailureException moved, HttpServletRequest request, HttpServletResponse response) {
        return refused(Problem.conflict(), request, response);
    }

    /** Ids are UUIDs, so what is no UUID names nothing. */
    @ExceptionHandler
    ModelAndView notAnId(
            MethodArgumentTypeMismatchException mismatch, HttpServletRequest request, HttpServletResponse response) {
        return refused(Problem.notFound("page"), request, response);
    }
}
