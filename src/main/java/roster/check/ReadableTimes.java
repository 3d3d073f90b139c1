package roster.check;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.Duration;
import org.w3c.dom.Element;

/** Times are what business edits most, and the engine reads them only when an instance gets there. */
class ReadableTimes implements ElementRule {

    private static final Set<String> TIMES = Set.of("timeDuration", "timeCycle", "timeDate", "failedJobRetryTimeCycle");
    private static final Duration TOO_LONG = duration("P100Y");

    @Override
    public Optional<String> objection(Element element) {
        String kind = element.getLocalName();
        String time = element.getTextContent().strip();
        return !TIMES.contains(kind) || isReadable(kind, time)
                ? Optional.empty()
                : Optional.of("has the time \"" + time + "\"; " + example(kind));
    }

    private static String example(String kind) {
        return switch (kind) {
            case "timeDate" -> "a date is written like 2030-12-31T12:00:00Z";
            case "timeCycle" -> "every day is R/P1D, and three times in a row, an hour apart, R3/PT1H";
            default -> "three days are P3D, and ten minutes PT10M";
        };
    }

    private static boolean isReadable(String kind, String time) {
        return switch (kind) {
            case "timeDate" -> isDate(time);
            case "timeCycle" -> time.startsWith("R") && isReadable(time);
            case "timeDuration" -> isDuration(time);
            default -> isReadable(time);
        };
    }

    private static boolean isDate(String text) {
        try {
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text);
            return true;
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }

    /** One duration, or the waits between tries, such as {@code PT1M,PT10M} or {@code R3/PT10M}. */
    private static boolean isReadable(String time) {
        return Arrays.stream(time.split(",", -1))
                .map(part -> part.strip().replaceFirst("^R\\d*/", ""))
                .allMatch(ReadableTimes::isDuration);
    }

    /** So long that the database can hold when it is over. */
    private static boolean isDuration(String text) {
        try {
            Duration time = duration(text);
            return time.getSign() > 0 && time.compare(TOO_LONG) == DatatypeConstants.LESSER;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static Duration duration(String text) {
        try {
            return DatatypeFactory.newInstance().newDuration(text);
        } catch (DatatypeConfigurationException broken) {
            throw new IllegalStateException("This Java cannot read durations", broken);
        }
    }
}
