package roster.diagram;

import java.util.regex.Pattern;

/** A drawing as SVG, as bpmn-js saves it. */
record Picture(String svg) {

    private static final Pattern CLICK_AREA = Pattern.compile("<(rect|path)[^>]*class=\"djs-hit[^>]*/>");
    private static final Pattern RANDOM_MARKER = Pattern.compile("<marker id=\"(marker-\\w+)\"");

    /** The same for each run and with lines of a readable length; white, for a page behind it may be dark. */
    Picture tidy() {
        String tidy = CLICK_AREA.matcher(svg).replaceAll("");
        var marker = RANDOM_MARKER.matcher(tidy);
        for (int number = 1; marker.find(); number++) {
            tidy = tidy.replace(marker.group(1), "marker-" + number);
        }
        return new Picture(tidy.replace("<svg ", "<svg style=\"background: white\" ")
                        .replaceAll("(?=<g class=\"djs-(group|visual)\">|</svg>)", "\n")
                + "\n");
    }

    /** What is drawn where, without what fonts and the version of a browser decide: how wide a text is, where it breaks and how styles are written. */
    String content() {
        return svg.replaceAll("<svg [^>]*>", "<svg>")
                .replaceAll(" style=\"[^\"]*\"", "")
                .replaceAll("</?tspan[^>]*>", "")
                .replaceAll("\\s(?=[^<>]*<)", "")
                .replace("><", ">\n<");
    }
}
