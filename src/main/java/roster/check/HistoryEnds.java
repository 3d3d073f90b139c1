package roster.check;

import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** A process says in days how long its history is kept; for ever is no answer where people are named in it. */
class HistoryEnds implements ElementRule {

    private static final Pattern DAYS = Pattern.compile("P\\d+D|\\d+");

    @Override
    public Optional<String> objection(Element element) {
        if (!"process".equals(element.getLocalName()) || !"true".equals(element.getAttribute("isExecutable"))) {
            return Optional.empty();
        }
        String days = Extension.attribute(element, "historyTimeToLive");
        return DAYS.matcher(days).matches()
                ? Optional.empty()
                : Optional.of("needs a history time to live in days, such as P180D"
                        + (days.isEmpty() ? "" : ", not " + days));
    }
}
