package roster.account;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roster.problem.Violations;

/**
 * How a person wants to read pages and mails.
 *
 * @param language null for that of the browser
 * @param timeZone null for that of the browser
 */
public record Preferences(
        @Nullable Language language, @Nullable ZoneId timeZone) implements Serializable {

    static final Preferences NONE = new Preferences(null, null);

    /** Those that browsers know as well. */
    private static final Pattern KNOWN_TO_BROWSERS =
            Pattern.compile("UTC|(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

    private static final List<String> TIME_ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(KNOWN_TO_BROWSERS.asMatchPredicate())
            .sorted()
            .toList();

    /** The time zones to choose from. */
    public static List<String> timeZones() {
        return TIME_ZONES;
    }

    static Preferences check(@Nullable String language, @Nullable String timeZone) {
        var violations = new Violations();
        Language checkedLanguage = Language.check(language, violations);
        if (timeZone != null && !TIME_ZONES.contains(timeZone)) {
            violations.add("timeZone", "must be a time zone such as Europe/Madrid");
        }
        violations.throwIfAny();
        return new Preferences(checkedLanguage, timeZone == null ? null : ZoneId.of(timeZone));
    }
}
