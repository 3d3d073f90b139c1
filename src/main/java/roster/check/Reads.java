package roster.check;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A condition reads what there is; the engine would fail at any other variable, each time that an instance gets there.
 *
 * @param process its key
 * @param variables names
 */
public record Reads(String process, Set<String> variables) implements Rule {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{.*}", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Set<String> WORDS = Set.of(
            "true", "false", "null", "empty", "not", "and", "or", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod");

    @Override
    public Stream<Finding> findings(Diagram diagram) {
        return diagram.flow(process)
                .flatMap(Flow::ways)
                .flatMap(
                        way -> Flow.condition(way)
                                .flatMap(this::objection)
                                .map(objection -> diagram.finding(way, objection))
                                .stream());
    }

    private Optional<String> objection(String condition) {
        SortedSet<String> known = new TreeSet<>(variables);
        if (!EXPRESSION.matcher(condition).matches()) {
            return Optional.of(
                    "has the condition " + condition + "; a condition is written like ${" + known.first() + "}");
        }
        return NAME.matcher(TEXT.matcher(condition).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name) && !known.contains(name))
                .findFirst()
                .map(name -> "asks for " + name + ", which nothing sets here; a condition may ask for " + known);
    }
}
