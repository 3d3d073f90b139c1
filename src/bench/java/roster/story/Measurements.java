package roster.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A table of what took how long, in milliseconds. */
final class Measurements {

    private static final String ROW = "%-58s %10s %10s %10s %10s%n";

    private final String title;
    private final List<String> rows = new ArrayList<>();

    Measurements(String title) {
        this.title = title;
    }

    /** Once. */
    void once(String what, Runnable action) {
        double time = time(action);
        rows.add(ROW.formatted(what, number(time), "", "", ""));
    }

    /** The first time, and what the other times took. */
    void several(String what, int times, Runnable action) {
        double first = time(action);
        double[] others = new double[times];
        for (int i = 0; i < times; i++) {
            others[i] = time(action);
        }
        Arrays.sort(others);
        rows.add(ROW.formatted(
                what,
                number(first),
                number(others[times / 2]),
                number(others[times * 9 / 10]),
                number(others[times - 1])));
    }

    void print() {
        System.out.printf("%n%s%n" + ROW, title, "milliseconds", "first", "median", "p90", "slowest");
        rows.forEach(System.out::print);
        System.out.println();
    }

    private static double time(Runnable action) {
        long begin = System.nanoTime();
        action.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static String number(double milliseconds) {
        return String.format(Locale.ROOT, milliseconds < 10 ? "%.1f" : "%.0f", milliseconds);
    }
}
