package roster.check;

import java.util.stream.Stream;

/** One thing that a diagram has to keep to; contributed as a bean by a noun where it is about that noun's process. */
public interface Rule {

    /** What is wrong with the diagram and what would be right. */
    Stream<Finding> findings(Diagram diagram);
}
