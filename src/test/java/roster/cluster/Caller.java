package roster.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A program that calls Roster over HTTP, through the proxy or at one node. */
record Caller(String url, Map<String, String> headers) {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)");
    private static final Pattern COOKIE = Pattern.compile("^([^;]+)");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param status 0 where there was no answer */
    record Answer(int status, JsonNode body, String text, HttpHeaders headers) {

        String type() {
            return body.path("type").asText();
        }

        String id() {
            return body.path("id").asText();
        }

        boolean isDone() {
            return status >= 200 && status < 300;
        }
    }

    /** The same program, at another address. */
    Caller at(String other) {
        return new Caller(other, headers);
    }

    Caller with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Caller(url, more);
    }

    /** Signed in at the page, as a browser: by a session. */
    Caller signedIn(String email, String password) {
        return with("Cookie", cookie(signIn(email, password)));
    }

    /** What the page answers. */
    Answer signIn(String email, String password) {
        Answer page = get("/login");
        String token = found(CSRF, page.text());
        return with("Cookie", cookie(page))
                .send("POST", "/login", form(Map.of("username", email, "password", password, "_csrf", token)), FORM);
    }

    private static String cookie(Answer answer) {
        return found(COOKIE, answer.headers().firstValue("Set-Cookie").orElse(""));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String found(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        if (!match.find()) {
            throw new AssertionError("no " + pattern + " in: " + text);
        }
        return match.group(1);
    }

    Answer get(String path) {
        return send("GET", path, "", "application/json");
    }

    Answer post(String path, Map<String, ?> body) {
        try {
            return send("POST", path, JSON.writeValueAsString(body), "application/json");
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    Answer send(String method, String path, String body, String type) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofMinutes(1))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", type);
        headers.forEach(request::setHeader);
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean isJson =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    answer.statusCode(),
                    isJson ? JSON.readTree(answer.body()) : JSON.createObjectNode(),
                    answer.body(),
                    answer.headers());
        } catch (IOException cut) {
            return new Answer(
                    0, JSON.createObjectNode(), String.valueOf(cut), HttpHeaders.of(Map.of(), (a, b) -> true));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
