package roster.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import roster.account.CurrentPerson;

/** Times as the person who is signed in wants to read them. */
@Component("times")
class Times {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private final CurrentPerson current;

    Times(CurrentPerson current) {
        this.current = current;
    }

    /** The zone that the person has chosen; null for that of the browser, which a script knows. */
    public @Nullable ZoneId zone() {
        return current.find().map(person -> person.preferences().timeZone()).orElse(null);
    }

    /** In the person's zone, or in UTC. */
    public ZonedDateTime of(Instant at) {
        return at.atZone(zoneOrUtc());
    }

    /** The zone that is meant where a script cannot know the browser's. */
    public ZoneId zoneOrUtc() {
        ZoneId zone = zone();
        return zone == null ? UTC : zone;
    }
}
