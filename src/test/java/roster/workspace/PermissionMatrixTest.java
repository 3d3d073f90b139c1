package roster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The matrix in the code is the one that business wrote down. */
class PermissionMatrixTest {

    private static final Path WRITTEN = Path.of("src", "test", "resources", "permissions", "roles.md");

    @ParameterizedTest
    @EnumSource
    void equalsTheWrittenOne(WorkspaceType type) throws IOException {
        assertThat(printed(type)).isEqualTo(written(type));
        assertThat(printed(type).lines()).hasSizeGreaterThan(20);
    }

    /** As Markdown, one permission a line, in the order of the alphabet. */
    private static String printed(WorkspaceType type) {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission.isIn(type))
                .map(permission -> line(
                        permission.key(),
                        type.roles().stream()
                                .map(role -> permission.grantTo(role).symbol())
                                .toList()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String written(WorkspaceType type) throws IOException {
        String all = Files.readString(WRITTEN);
        String table = all.substring(all.indexOf("### " + type))
                .lines()
                .skip(1)
                .takeWhile(line -> !line.startsWith("###"))
                .collect(Collectors.joining("\n"));
        return table.lines()
                .filter(line -> line.startsWith("|") && !line.startsWith("|---") && !line.startsWith("| permission"))
                .flatMap(line -> lines(type, line).stream())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** One line for each permission that a written line names; the basis and the remarks in brackets are left out. */
    private static List<String> lines(WorkspaceType type, String written) {
        String[] cells = written.split("\\|", -1);
        List<String> keys = keys(cells[1]);
        var lines = new ArrayList<String>();
        for (int each = 0; each < keys.size(); each++) {
            boolean isFirst = each == 0;
            lines.add(line(
                    keys.get(each),
                    IntStream.rangeClosed(2, 1 + type.roles().size())
                            .mapToObj(column -> symbol(cells[column], isFirst))
                            .toList()));
        }
        return lines;
    }

    /** "(behaviour only)" keeps a grant to the first permission of its line. */
    private static String symbol(String cell, boolean isFirst) {
        return cell.contains("only)") && !isFirst
                ? "-"
                : cell.replaceAll("\\(.*\\)", "").strip();
    }

    private static List<String> keys(String cell) {
        if (cell.contains("member.* as above")) {
            return List.of(
                    "member.view",
                    "member.invite",
                    "member.withdraw",
                    "member.resend",
                    "member.block",
                    "member.unblock",
                    "member.delete",
                    "member.set-role");
        }
        var keys = new ArrayList<String>();
        for (String name : cell.replaceAll("\\(.*\\)", "").split(",", -1)) {
            String key = name.strip();
            keys.add(key.startsWith(".") ? keys.get(0).replaceAll("\\..*", key) : key);
        }
        return keys;
    }

    private static String line(String key, List<String> grants) {
        return "| " + key + " | " + String.join(" | ", grants) + " |";
    }
}
