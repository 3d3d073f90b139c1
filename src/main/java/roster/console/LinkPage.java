package roster.console;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import roster.invitation.InvitationManagement;
import roster.problem.Problem;
import roster.problem.ProblemType;

/** The page behind the link in an invitation. Opening it changes nothing; joining is a POST by the person. */
@Controller
@RequestMapping("/invitations/{token}")
class LinkPage {

    private final InvitationManagement invitations;

    LinkPage(InvitationManagement invitations) {
        this.invitations = invitations;
    }

    @GetMapping
    ModelAndView look(@PathVariable String token) {
        try {
            return page(token, null);
        } catch (Problem problem) {
            return spent(problem);
        }
    }

    /** Asks who is there, and comes back to the link. */
    @GetMapping("/sign-in")
    String signIn(@PathVariable String token) {
        return "redirect:/invitations/{token}";
    }

    @PostMapping
    ModelAndView join(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String password) {
        try {
            invitations.accept(token, name, password);
            return new ModelAndView("joined");
        } catch (Problem problem) {
            boolean canMend = problem.type() == ProblemType.INVALID_INPUT
                    || problem.type() == ProblemType.WRONG_ACCOUNT
                    || problem.type() == ProblemType.NOT_SIGNED_IN;
            return canMend ? page(token, problem).addObject("typedName", name) : spent(problem);
        }
    }

    private ModelAndView page(String token, @Nullable Problem problem) {
        var page = new ModelAndView("invitation").addObject("invitation", invitations.look(token));
        if (problem != null) {
            page.addObject("problem", problem)
                    .setStatus(HttpStatus.valueOf(problem.type().status()));
        }
        return page;
    }

    private static ModelAndView spent(Problem problem) {
        return new ModelAndView("spent", HttpStatus.valueOf(problem.type().status())).addObject("problem", problem);
    }
}
