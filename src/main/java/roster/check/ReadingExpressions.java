package roster.check;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** An expression, wherever it stands, reads and compares variables; one that calls something would be code. */
class ReadingExpressions implements ElementRule {

    private static final Set<String> PROSE = Set.of("documentation", "text");
    private static final Pattern CALL = Pattern.compile("[$#]\\{.*[.(\\[]", Pattern.DOTALL);

    @Override
    public Optional<String> objection(Element element) {
        return PROSE.contains(element.getLocalName())
                ? Optional.empty()
                : Stream.concat(attributes(element), texts(element))
                        .map(Node::getNodeValue)
                        .filter(value -> CALL.matcher(value).find())
                        .findFirst()
                        .map(
                                value -> "has the expression " + value.strip()
                                        + ", which calls something; it may only read and compare variables, such as ${attempts > 3}");
    }

    private static Stream<Node> attributes(Element element) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength()).mapToObj(attributes::item);
    }

    private static Stream<Node> texts(Element element) {
        var children = element.getChildNodes();
        return IntStream.range(0, children.getLength()).mapToObj(children::item).filter(Text.class::isInstance);
    }
}
