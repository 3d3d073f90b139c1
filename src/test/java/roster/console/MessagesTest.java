package roster.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roster.account.Language;
import roster.approval.Approval.Action;
import roster.approval.Approval.Answer;
import roster.member.MemberAction;
import roster.member.MemberStatus;
import roster.problem.ProblemType;
import roster.workspace.Role;
import roster.workspace.WorkspaceType;

/** Every text is in the message files, in every language, and every text there is on some page or in some mail. */
class MessagesTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern PLAIN = Pattern.compile("#\\{([\\w.-]+)[}(]|#messages\\.msg\\('([\\w.-]+)'\\)");
    private static final Pattern IN_JAVA =
            Pattern.compile("(?:[dD]one\\(.*|leave\\(.*|[?:] |message\\()\"([a-z]+\\.[\\w.-]+)\"");
    private static final Pattern COMPOSED =
            Pattern.compile("#\\{\\|([\\w.-]+\\.)\\$\\{[^}]*}([\\w.-]*)\\||'([\\w.-]+\\.)' \\+|\"([\\w.-]+\\.)\" \\+");
    private static final Pattern MUST = Pattern.compile("\"(must [^\"]*)\"");

    /** What can stand behind a beginning that pages and code complete. */
    private static final Map<String, List<String>> ENDINGS = Map.ofEntries(
            Map.entry("role.", with(".text", Role.values())),
            Map.entry("status.", with("", MemberStatus.values())),
            Map.entry("action.", with("", MemberAction.values())),
            Map.entry("type.", with("", WorkspaceType.values())),
            Map.entry("language.", with("", Language.values())),
            Map.entry("mail.", List.of("WAITING", "QUEUED", "SENT", "FAILED")),
            Map.entry("confirm.", with(".text", MemberAction.values())),
            Map.entry(
                    "done.",
                    Stream.concat(names(MemberAction.values()), names(Answer.values()))
                            .toList()),
            Map.entry("asked.", with("", Action.values())),
            Map.entry("answer.", with(".text", Answer.values())),
            Map.entry("members.", List.of("name", "role", "status", "startedAt", "expiresAt")),
            Map.entry("history.", history()),
            Map.entry("problem.", problems()),
            Map.entry(
                    "spent.",
                    Stream.concat(
                                    Stream.of("UNKNOWN_LINK", "CONFLICT"),
                                    names(ProblemType.values()).filter(name -> name.startsWith("INVITATION_")))
                            .toList()),
            Map.entry("error.", List.of("403", "429")),
            Map.entry("diagrams.", List.of("deploy", "deploy.text", "restore", "restore.text")),
            Map.entry("rollout.state.", List.of("RUNNING", "DONE", "FAILED")),
            Map.entry("rollout.timers.", List.of("KEEP", "RECOMPUTE")),
            Map.entry("diagrams.kind.", List.of("ADDED", "CHANGED", "REMOVED")),
            Map.entry(
                    "mail.notice.",
                    Stream.of("BLOCK", "UNBLOCK", "DELETE", "SET_ROLE")
                            .flatMap(action -> Stream.of(action, action + ".subject"))
                            .toList()),
            Map.entry(
                    "mail.inviter.",
                    Stream.of(
                                    "INVITE",
                                    "ACCEPT",
                                    "VALIDITY_OVER",
                                    "INVITER_NO_LONGER_ADMIN",
                                    "RESEND",
                                    "WITHDRAW",
                                    "WITHDRAW_BY_CLOCK")
                            .flatMap(happened -> Stream.of(happened, happened + ".subject"))
                            .toList()));

    @Test
    void everyTextThatIsAskedForIsThere() {
        assertThat(english().stringPropertyNames()).containsAll(asked());
    }

    @Test
    void everyTextIsAskedFor() {
        var unused = new TreeSet<>(english().stringPropertyNames());
        unused.removeAll(asked());
        String sentences = literals().map(Texts::key).collect(Collectors.joining(" "));
        unused.removeIf(key -> key.startsWith("error.") && sentences.contains(key.substring("error.".length())));
        assertThat(unused).isEmpty();
    }

    @Test
    void everySentenceAboutAFieldHasItsText() {
        Set<String> keys = english().stringPropertyNames();
        assertThat(literals()
                        .filter(sentence -> !sentence.startsWith("must be from"))
                        .map(Texts::key))
                .allMatch(words -> keys.stream()
                        .filter(key -> key.startsWith("error.must-"))
                        .anyMatch(key -> words.startsWith(key.substring("error.".length()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "zh"})
    void everyLanguageHasEveryText(String language) {
        Properties english = english();
        Properties translated = read("messages_" + language + ".properties");
        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(translated.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
        assertThat(Languages.ALL).contains(Locale.forLanguageTag(language));
    }

    private static Set<String> asked() {
        var asked = new TreeSet<String>();
        String texts = sources();
        find(PLAIN, texts).forEach(asked::add);
        find(IN_JAVA, texts).forEach(asked::add);
        find(COMPOSED, texts)
                .filter(ENDINGS::containsKey)
                .forEach(beginning ->
                        ENDINGS.getOrDefault(beginning, List.of()).forEach(ending -> asked.add(beginning + ending)));
        return asked;
    }

    private static Stream<String> find(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> Stream.iterate(1, group -> group + 1)
                        .limit(result.groupCount())
                        .map(result::group)
                        .filter(group -> group != null && !group.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    /** Templates, and the code of the pages. */
    private static String sources() {
        return Stream.concat(files(RESOURCES.resolve("templates")), files(Path.of("src/main/java/roster/console")))
                .map(MessagesTest::text)
                .collect(Collectors.joining("\n"));
    }

    /** The sentences in which the domain tells what a field must be, where people type. */
    private static Stream<String> literals() {
        return Stream.of(
                        "problem/Name.java",
                        "account",
                        "workspace",
                        "console",
                        "invitation/InvitationRequest.java",
                        "flow/FlowQuery.java")
                .flatMap(path -> files(Path.of("src/main/java/roster", path)))
                .filter(file -> !file.endsWith("GroupManagement.java")) // Only the API sets groups
                .flatMap(file -> find(MUST, text(file)));
    }

    private static Stream<Path> files(Path folder) {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Properties english() {
        return read("messages.properties");
    }

    private static Properties read(String name) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(RESOURCES.resolve(name))) {
            properties.load(in);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return properties;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Set<String> placeholders(String text) {
        Matcher matcher = Pattern.compile("\\{\\d}").matcher(text);
        return matcher.results().map(result -> result.group()).collect(Collectors.toSet());
    }

    private static List<String> history() {
        return Stream.concat(
                        Stream.of("INVITE", "ACCEPT", "EXPIRE", "ASSIGN", "UNASSIGN", "APPROVE", "REFUSE"),
                        names(MemberAction.values()))
                .toList();
    }

    /** Only programs send keys of idempotency. */
    private static List<String> problems() {
        return names(ProblemType.values())
                .filter(name -> !name.startsWith("IDEMPOTENCY"))
                .toList();
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name);
    }

    /** @param suffix of a second text; empty where there is none */
    private static List<String> with(String suffix, Enum<?>... values) {
        return names(values).flatMap(name -> Stream.of(name, name + suffix)).toList();
    }
}
