package roster.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import roster.problem.Problem;

/** Reads a list of people as it is pasted or dropped: one address a line, {@code Name <address>}, or columns of a table. Addresses are checked elsewhere. */
final class People {

    /** More at once would keep a browser busy for minutes. */
    static final int MOST = 500;

    private static final Pattern NAMED = Pattern.compile("(.*)<([^<>]*)>\\s*");
    private static final Pattern HEADING = Pattern.compile("mail|邮|correo", Pattern.CASE_INSENSITIVE);

    /** As typed; the name falls back to what stands before the @. */
    record Someone(String name, String email) {

        static Someone of(@Nullable String name, @Nullable String email) {
            String address = email == null ? "" : email.strip();
            boolean named = name != null && !name.isBlank();
            return new Someone(named ? String.valueOf(name).strip() : address.replaceFirst("@.*$", ""), address);
        }

        /** One line that reads as this person again. */
        public String line() {
            return '"' + name.replace("\"", "\"\"") + "\"," + email;
        }
    }

    private People() {}

    /** @throws Problem INVALID_INPUT for the field {@code people} */
    static List<Someone> read(String text) {
        String table = text.replace("\uFEFF", "");
        try (var parser = CSVParser.parse(table, format(table))) {
            var people = new ArrayList<Someone>();
            for (CSVRecord line : parser) {
                if (!(line.getRecordNumber() == 1 && isHeading(line))) {
                    add(line, people);
                }
            }
            if (people.size() > MOST) {
                throw Problem.invalid("people", "must have at most 500 lines");
            }
            return people;
        } catch (IOException | UncheckedIOException | IllegalStateException unreadable) {
            throw Problem.invalid("people", "must be a list of addresses or a CSV file");
        }
    }

    private static CSVFormat format(String table) {
        String unquoted = table.replaceAll("\"[^\"]*\"", "");
        char delimiter = unquoted.contains("\t") ? '\t' : unquoted.contains(";") ? ';' : ',';
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }

    private static boolean isHeading(CSVRecord line) {
        return line.stream().noneMatch(cell -> cell.contains("@"))
                && line.stream().anyMatch(cell -> HEADING.matcher(cell).find());
    }

    /** Several addresses on a line are several people; otherwise the address is the cell with the @, or the last. */
    private static void add(CSVRecord line, List<Someone> people) {
        var cells =
                new ArrayList<>(line.stream().filter(cell -> !cell.isBlank()).toList());
        List<String> addresses =
                cells.stream().filter(cell -> cell.contains("@")).toList();
        if (addresses.size() > 1) {
            addresses.forEach(cell -> people.add(someone("", cell)));
        } else if (!cells.isEmpty()) {
            String address = addresses.isEmpty() ? cells.get(cells.size() - 1) : addresses.get(0);
            cells.remove(cells.lastIndexOf(address));
            people.add(someone(String.join(" ", cells), address));
        }
    }

    private static Someone someone(String name, String cell) {
        Matcher named = NAMED.matcher(cell);
        return named.matches()
                ? Someone.of(name.isBlank() ? named.group(1) : name, named.group(2))
                : Someone.of(name, cell);
    }
}
