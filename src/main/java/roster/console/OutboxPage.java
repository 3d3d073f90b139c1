package roster.console;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import roster.mail.Outbox;

/** Shows platform operators the mails that nobody sends, while no mail server is configured. */
@Controller
@ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "nothing-has-this-name")
class OutboxPage {

    private final Outbox outbox;

    OutboxPage(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping("/outbox")
    ModelAndView list() {
        return new ModelAndView("outbox").addObject("letters", outbox.newest());
    }
}
