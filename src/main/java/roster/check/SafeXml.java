package roster.check;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Looks at the bytes of a file before they become a tree, since some files are made to break who reads them. */
final class SafeXml {

    /** Elements within elements; in a large drawing there are about ten. */
    private static final int MAX_DEPTH = 100;

    private static final XMLInputFactory READERS = readers();

    private SafeXml() {}

    private static XMLInputFactory readers() {
        XMLInputFactory readers = XMLInputFactory.newDefaultFactory();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return readers;
    }

    /** What is wrong with the file as a whole. */
    static Optional<String> objection(byte[] file) {
        try {
            XMLStreamReader xml = READERS.createXMLStreamReader(new ByteArrayInputStream(file));
            return isUtf8(xml)
                    ? structure(xml)
                    : Optional.of("it is written in another encoding than UTF-8; save it in UTF-8");
        } catch (XMLStreamException broken) {
            return Optional.of("it is no XML that can be read, from line "
                    + broken.getLocation().getLineNumber() + " on; draw it with the Camunda Modeler");
        }
    }

    private static boolean isUtf8(XMLStreamReader xml) {
        return Stream.of(Optional.ofNullable(xml.getCharacterEncodingScheme()), Optional.ofNullable(xml.getEncoding()))
                .flatMap(Optional::stream)
                .allMatch(StandardCharsets.UTF_8.name()::equalsIgnoreCase);
    }

    private static Optional<String> structure(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                return Optional.of("it declares a document type (DOCTYPE), which no diagram needs; delete that line");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            if (depth > MAX_DEPTH) {
                return Optional.of("it has more than " + MAX_DEPTH + " elements within each other");
            }
        }
        return Optional.empty();
    }
}
