package roster.console;

import java.time.Duration;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How long something took, in the reader's language and its two largest units. */
@Component("durations")
class Durations {

    private final MessageSource messages;

    Durations(MessageSource messages) {
        this.messages = messages;
    }

    public String of(Duration time) {
        if (time.toDays() > 0) {
            return message("durations.days", time.toDays(), time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return message("durations.hours", time.toHours(), time.toMinutesPart());
        }
        return message("durations.minutes", time.toMinutes(), time.toSecondsPart());
    }

    private String message(String key, long larger, int smaller) {
        return messages.getMessage(key, new Object[] {larger, smaller}, LocaleContextHolder.getLocale());
    }
}
