package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The vocabulary of what must not happen. */
abstract class FaultsStory extends Story {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    /** Everything that an attempt could leave behind. */
    record Stock(List<Long> rows, long processes, int mails) {}

    Stock stock() {
        List<Long> rows =
                List.of("workspace", "member", "invitation", "account", "history_entry", "assignment").stream()
                        .map(table -> jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                        .toList();
        return new Stock(rows, runtime.createProcessInstanceQuery().count(), SMTP.getReceivedMessages().length);
    }

    /** Something is tried in vain: it is answered with problem details, nothing is stored, and no mail goes out. */
    Answer inVain(int status, Supplier<Answer> attempt) {
        sendMails();
        Stock before = stock();
        Answer answer = attempt.get();
        sendMails();
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertIsProblem(answer);
        assertThat(stock()).isEqualTo(before);
        return answer;
    }

    static void assertIsProblem(Answer answer) {
        assertThat(answer.headers().firstValue("Content-Type"))
                .as(answer.text())
                .hasValue("application/problem+json");
        assertThat(answer.body().path("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.body().path("title").asText()).isNotEmpty();
        assertThat(answer.text())
                .doesNotContain(
                        "Exception", "org.camunda", "org.springframework", "roster.", "\tat ", "select ", "insert ");
    }

    Map<String, Object> input(String email, String role, String... miniPrograms) {
        return invitation("Ben", email, role, miniPrograms);
    }

    static Map<String, Object> with(Map<String, Object> input, String field, Object value) {
        var changed = new LinkedHashMap<>(input);
        changed.put(field, value);
        return changed;
    }

    static Map<String, Object> without(Map<String, Object> input, String field) {
        var changed = new LinkedHashMap<>(input);
        changed.remove(field);
        return changed;
    }

    /** Invited at a door, and the mail has gone out; answers the invitation's id. */
    String invited(Door door, Workspace workspace, Map<String, Object> input) {
        Answer invited = door.invite(this, workspace.admin(), workspace.id(), input);
        assertThat(invited.status()).as(invited.text()).isIn(200, 201);
        sendMails();
        return door.invitation(invited);
    }

    /** The cookie of somebody who signed in with the form. */
    String signedIn(Person who) {
        Answer form = send(request(NOBODY, "/login").GET());
        String cookie = cookie(form, "SESSION");
        var csrf = CSRF.matcher(form.text());
        assertThat(csrf.find()).as(form.text()).isTrue();
        String typed = "username=" + encoded(who.email()) + "&password=" + encoded(who.password()) + "&_csrf="
                + encoded(csrf.group(1));
        Answer in = send(request(NOBODY, "/login")
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(typed)));
        assertThat(in.headers().firstValue("Location").orElse("")).doesNotContain("error");
        return cookie(in, "SESSION");
    }

    static String cookie(Answer answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name))
                .map(cookie -> cookie.replaceAll(";.*", ""))
                .findFirst()
                .orElseThrow();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
