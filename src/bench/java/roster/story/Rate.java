package roster.story;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How often something happens in a second, and what once costs in milliseconds.
 *
 * @param median how long a client waits for the answer
 * @param here processor's time of clients and application together
 * @param database processor's time of the database server
 */
record Rate(double perSecond, double median, double p90, double here, double database) {

    /** Of both together, milliseconds. */
    double processor() {
        return here + database;
    }

    static Rate of(int times, Costs.Spent spent, double[] milliseconds) {
        Arrays.sort(milliseconds);
        return new Rate(
                times / spent.seconds(),
                milliseconds[milliseconds.length / 2],
                milliseconds[milliseconds.length * 9 / 10],
                spent.here() * 1e3 / times,
                spent.database() * 1e3 / times);
    }

    /** Where nobody waits for one answer alone. */
    static Rate of(int times, Costs.Spent spent) {
        return of(times, spent, new double[] {Double.NaN});
    }

    /** Of several rounds, the one in the middle. */
    static Rate middle(List<Rate> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparing(Rate::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }
}
