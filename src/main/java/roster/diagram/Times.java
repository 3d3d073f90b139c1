package roster.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Durations as people say them. */
final class Times {

    private static final Pattern DURATION =
            Pattern.compile("P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?");
    private static final List<String> UNITS = List.of("year", "month", "day", "hour", "minute", "second");

    private Times() {}

    /** Such as {@code 3 days (P3D)}; what is no duration stays as it is, and a number alone is of days. */
    static String inWords(String text) {
        String time = text.strip();
        List<String> words = Arrays.stream(time.split(",", -1))
                .map(part -> one(part.strip()))
                .toList();
        return words.stream().anyMatch(String::isEmpty) ? time : String.join(", ", words) + " (" + time + ")";
    }

    private static String one(String time) {
        Matcher duration = DURATION.matcher(time);
        if (!duration.matches()) {
            return "";
        }
        var words = new ArrayList<String>();
        for (int unit = 0; unit < UNITS.size(); unit++) {
            String number = duration.group(unit + 1);
            if (number != null) {
                words.add(number + " " + UNITS.get(unit) + (number.equals("1") ? "" : "s"));
            }
        }
        return words.stream().collect(Collectors.joining(" "));
    }
}
