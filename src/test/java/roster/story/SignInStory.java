package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with what is wrong, again and again, at each door. */
abstract class SignInStory extends Story {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    /** Failures are forgiven as time goes by, and a slow machine takes its time. */
    @BeforeEach
    void stopTheClock() {
        ClockUtil.setCurrentTime(new Date());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/me", "/engine-rest/engine"})
    void stopsWhoGuessesAPasswordAndLetsThePersonInAgainLater(String path) {
        Person ada = workspace("TENANT").admin();
        guessTenTimes(ada.email(), path);

        Answer refused = byPassword(ada, path);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.type()).isEqualTo("urn:roster:problem:too-many-attempts");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 91L);
        wait(Duration.ofSeconds(91));
        assertThat(byPassword(ada, path).status()).isNotIn(401, 429);
    }

    @Test
    void countsForOneAddressHoweverItIsWritten() {
        String ben = address();
        guessTenTimes(ben, "/api/me");
        assertThat(byPassword(new Person(ben.toUpperCase(java.util.Locale.ROOT), "guess"), "/api/me")
                        .status())
                .isEqualTo(429);
    }

    @Test
    void stopsWhoGuessesTheSameForAnAddressThatNobodyHas() {
        Person nobodys = new Person(address(), "guess");
        guessTenTimes(nobodys.email(), "/api/me");
        assertThat(byPassword(nobodys, "/api/me").status()).isEqualTo(429);
    }

    @Test
    void aTokenStillWorksWhileThePasswordIsGuessed() {
        Person ada = workspace("TENANT").admin();
        String token = post(ada, "/api/tokens", Map.of("name", "Build"))
                .body()
                .path("token")
                .asText();
        guessTenTimes(ada.email(), "/api/me");

        assertThat(send(request(NOBODY, "/api/me").header("Authorization", "Bearer " + token))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void stopsWhoGuessesTokensByWhereTheyComeFrom() throws IOException {
        for (int i = 0; i < 500; i++) {
            assertThat(guessToken(7)).startsWith("HTTP/1.1 401");
        }

        assertThat(guessToken(7))
                .startsWith("HTTP/1.1 429")
                .contains("Retry-After: ", "urn:roster:problem:too-many-attempts");
        assertThat(guessToken(8)).startsWith("HTTP/1.1 401");
    }

    /** @param from the last byte of the loopback address that the caller has */
    private String guessToken(int from) throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(),
                port,
                InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) from}),
                0)) {
            socket.getOutputStream()
                    .write(
                            "GET /api/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer guess\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void saysOnThePageHowLongToWait() throws Exception {
        String ben = address();
        guessTenTimes(ben, "/api/me");

        var refused = signIn(ben, "guess");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("Too many attempts to sign in failed. Try again in ");
    }

    @Test
    void countsWhatIsTypedOnThePage() throws Exception {
        String ben = address();
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(ben, "guess").headers().firstValue("Location").orElse(""))
                    .endsWith("/login?error");
        }
        assertThat(byPassword(new Person(ben, "guess"), "/api/me").status()).isEqualTo(429);
    }

    private Answer byPassword(Person who, String path) {
        return send(requestByPassword(who, path));
    }

    private void guessTenTimes(String email, String path) {
        for (int i = 0; i < 10; i++) {
            assertThat(byPassword(new Person(email, "guess " + i), path).status())
                    .isEqualTo(401);
        }
    }

    private HttpResponse<String> signIn(String email, String password) throws IOException, InterruptedException {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        URI page = URI.create("http://127.0.0.1:" + port + "/login");
        var csrf = CSRF.matcher(browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                .body());
        assertThat(csrf.find()).isTrue();
        String form =
                "username=" + encoded(email) + "&password=" + encoded(password) + "&_csrf=" + encoded(csrf.group(1));
        return browser.send(
                HttpRequest.newBuilder(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
