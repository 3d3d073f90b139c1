package roster.diagram;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import org.w3c.dom.Element;

/** Times are what business edits most, and the engine reads them only when an instance gets there. */
class ReadableTimes implements Rule {

    private static final Set<String> DURATIONS = Set.of("timeDuration", "failedJobRetryTimeCycle");

    @Override
    public Optional<String> objection(Element element) {
        String time = element.getTextContent().strip();
        return !DURATIONS.contains(element.getLocalName()) || time.contains("{") || isReadable(time)
                ? Optional.empty()
                : Optional.of("has the time \"" + time + "\"; three days are P3D, and ten minutes PT10M");
    }

    /** One duration, or the waits between tries, such as {@code PT1M,PT10M} or {@code R3/PT10M}. */
    private static boolean isReadable(String time) {
        return Arrays.stream(time.split(",", -1))
                .map(part -> part.strip().replaceFirst("^R\\d+/", ""))
                .allMatch(ReadableTimes::isDuration);
    }

    private static boolean isDuration(String text) {
        try {
            return DatatypeFactory.newInstance().newDuration(text).getSign() > 0;
        } catch (IllegalArgumentException unreadable) {
            return false;
        } catch (DatatypeConfigurationException broken) {
            throw new IllegalStateException("This Java cannot read durations", broken);
        }
    }
}
