package roster.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import roster.account.CurrentPerson;
import roster.mail.Mailer;
import roster.mail.Outbox;

/** Where people land after signing in. */
@Controller
class HomePage {

    private final CurrentPerson current;
    private final boolean outbox;

    HomePage(CurrentPerson current, Mailer mailer) {
        this.current = current;
        this.outbox = mailer instanceof Outbox;
    }

    @GetMapping("/")
    ModelAndView home() {
        return new ModelAndView("home").addObject("person", current.require()).addObject("outbox", outbox);
    }
}
