package roster.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import roster.problem.Problem;

/** The same handlers answer browsers with whole pages and htmx with the part that changes. */
final class Htmx {

    private Htmx() {}

    static boolean asks(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** A dialog over the page, or where there is no script a page of its own. */
    static ModelAndView dialog(HttpServletRequest request, String view) {
        return new ModelAndView(asks(request) ? view + " :: dialog" : view);
    }

    /** The dialog again, with what is wrong in it. */
    static ModelAndView again(ModelAndView dialog, Problem problem, HttpServletResponse response) {
        response.setStatus(problem.type().status());
        response.setHeader("HX-Retarget", "#dialog-content");
        response.setHeader("HX-Reswap", "innerHTML");
        return dialog.addObject("problem", problem);
    }

    /**
     * Closes the dialog, tells what was done and has the page read its rows again; or leads to a page that tells it.
     *
     * @param message key of the sentence
     */
    static ModelAndView done(HttpServletRequest request, HttpServletResponse response, String message, String page) {
        if (asks(request)) {
            response.setHeader("HX-Trigger", "roster:done");
            return new ModelAndView("part/done :: done").addObject("done", message);
        }
        RequestContextUtils.getOutputFlashMap(request).put("done", message);
        return new ModelAndView("redirect:" + page);
    }

    /** Whether htmx asks from the page at this path, and not from one that shows the same dialog over other content. */
    static boolean asksFrom(HttpServletRequest request, String path) {
        String url = request.getHeader("HX-Current-URL");
        return asks(request)
                && url != null
                && request.getContextPath().concat(path).equals(pathOf(url));
    }

    /**
     * Leads from a page whose subject is gone to another, which tells why.
     *
     * @param message key of the sentence
     */
    static ModelAndView leave(HttpServletRequest request, HttpServletResponse response, String message, String page) {
        String location = request.getContextPath() + page;
        RequestContextUtils.getOutputFlashMap(request).put("done", message);
        RequestContextUtils.saveOutputFlashMap(location, request, response);
        response.setHeader("HX-Redirect", location);
        return nothing();
    }

    /** Changes nothing on the page. */
    static ModelAndView nothing() {
        var nothing = new ModelAndView("part/nothing");
        nothing.setStatus(HttpStatus.NO_CONTENT);
        return nothing;
    }

    private static @Nullable String pathOf(String url) {
        try {
            return URI.create(url).getPath();
        } catch (IllegalArgumentException wrong) {
            return null;
        }
    }
}
