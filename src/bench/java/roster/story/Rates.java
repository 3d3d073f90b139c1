package roster.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of {@link Rate}s. */
final class Rates {

    private final String title;
    private final List<String> rows = new ArrayList<>();

    Rates(String title) {
        this.title = title;
    }

    Rate add(String what, Rate rate) {
        rows.add(String.format(
                Locale.ROOT,
                "%-52s %10.0f %8.1f %8.1f %10.2f %10.2f%n",
                what,
                rate.perSecond(),
                rate.median(),
                rate.p90(),
                rate.here(),
                rate.database()));
        System.out.print(rows.get(rows.size() - 1));
        return rate;
    }

    void compare(String what, double left, double right, String wanted) {
        say(String.format(Locale.ROOT, "%-52s %9.1fx   (%s)", what, left / right, wanted));
    }

    void say(String line) {
        rows.add(line + "\n");
        System.out.println(line);
    }

    void print() {
        System.out.printf(
                "%n%s%n%-52s %10s %8s %8s %10s %10s%n", title, "", "a second", "median", "p90", "CPU here", "CPU db");
        rows.forEach(System.out::print);
        System.out.println();
    }
}
