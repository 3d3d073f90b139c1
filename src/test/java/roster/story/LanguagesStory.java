package roster.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails in the language of the invitation, pages in that of the account or the browser; run on each database. */
abstract class LanguagesStory extends FaultsStory {

    /** What an invitation says. */
    private record Words(String subject, String role, String programs, String time) {}

    private static final Map<String, Words> WORDS = Map.of(
            "en",
            new Words(
                    "Somebody invites you to Wallet",
                    "Workspace Developer",
                    "Your mini programs:",
                    "d MMMM yyyy, HH:mm:ss 'UTC'"),
            "es",
            new Words(
                    "Somebody te invita a Wallet",
                    "Desarrollador del espacio",
                    "Tus miniprogramas:",
                    "d 'de' MMMM 'de' yyyy, HH:mm:ss 'UTC'"),
            "zh",
            new Words("Somebody 邀请您加入 Wallet", "工作空间开发者", "您的小程序：", "yyyy年M月d日 HH:mm:ss 'UTC'"));

    private Workspace wallet;
    private String ben;

    @BeforeEach
    void open() {
        wallet = workspace("TENANT");
        ben = address();
    }

    static Stream<Arguments> doorsAndLanguages() {
        return Stream.of(Door.values())
                .flatMap(door -> WORDS.keySet().stream().map(language -> Arguments.of(door, language)));
    }

    @ParameterizedTest
    @MethodSource("doorsAndLanguages")
    void anInvitationIsMailedInItsLanguageAlsoWhenItIsResent(Door door, String language) throws Exception {
        String taxi = miniProgram(wallet);
        String id = invited(door, wallet, with(input(ben, "WORKSPACE_DEVELOPER", taxi), "language", language));
        wait(java.time.Duration.ofDays(4));
        assertThat(door.act(this, wallet.admin(), wallet.id(), id, "resend").status())
                .isLessThan(300);
        sendMails();

        Words words = WORDS.get(language);
        String until = DateTimeFormatter.ofPattern(words.time(), Locale.forLanguageTag(language))
                .format(Instant.parse(row(wallet, ben).path("expiresAt").asText())
                        .atOffset(ZoneOffset.UTC));
        assertThat(mails(ben)).hasSize(2);
        for (MimeMessage mail : mails(ben)) {
            assertThat(mail.getSubject()).isEqualTo(words.subject());
            assertThat(text(mail)).contains(words.role(), words.programs(), "Taxi");
            assertThat(html(mail)).contains("<html lang=\"" + language, words.role(), words.programs(), "Taxi");
        }
        assertThat(text(mails(ben).get(1))).contains(until);
        assertThat(html(mails(ben).get(1))).contains(until);
    }

    @ParameterizedTest
    @EnumSource
    void anotherLanguageIsRefused(Door door) {
        for (Object language : List.of("de", "EN", "", "es-MX")) {
            Answer refused = inVain(
                    400,
                    () -> door.invite(
                            this,
                            wallet.admin(),
                            wallet.id(),
                            with(input(ben, "WORKSPACE_OPERATOR"), "language", language)));
            assertThat(refused.fields()).containsExactly("language");
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutALanguageTheMailIsInThatOfTheInviterOrInEnglish(Door door) throws Exception {
        invited(door, wallet, input(ben, "WORKSPACE_OPERATOR"));
        assertThat(mails(ben).get(0).getSubject()).isEqualTo(WORDS.get("en").subject());
        prefers(wallet.admin(), "es", "");
        String eve = address();
        invited(door, wallet, input(eve, "WORKSPACE_OPERATOR"));
        assertThat(mails(eve).get(0).getSubject()).isEqualTo(WORDS.get("es").subject());
    }

    @Test
    void onThePageTheMailIsInTheLanguageThatIsChosenOrElseInThatOfTheBrowser() throws Exception {
        var ada = new Reader(port, "zh-CN").signsIn(wallet.admin());
        String page = "/workspaces/" + wallet.id() + "/members/new";
        assertThat(ada.visits(page).body()).containsPattern("value=\"zh\"[^>]*selected");
        String eve = address();
        ada.sends(page, page, Map.of("name", "Ben", "email", ben, "role", "WORKSPACE_OPERATOR"));
        ada.sends(page, page, Map.of("name", "Eve", "email", eve, "role", "WORKSPACE_OPERATOR", "language", "es"));
        sendMails();
        assertThat(mails(ben).get(0).getSubject()).isEqualTo(WORDS.get("zh").subject());
        assertThat(mails(eve).get(0).getSubject()).isEqualTo(WORDS.get("es").subject());
    }

    @Test
    void theFirstAdminIsInvitedInTheLanguageThatIsAskedFor() throws Exception {
        var admin = Map.of("name", "Ada", "email", ben, "language", "zh");
        post(OPERATOR, "/api/workspaces", Map.of("name", "Shop", "type", "DEVELOPER", "admin", admin));
        sendMails();
        assertThat(mails(ben).get(0).getSubject()).contains("邀请您加入 Shop");
        var unknown = Map.of("name", "Ada", "email", address(), "language", "de");
        Answer refused = inVain(
                400,
                () -> post(OPERATOR, "/api/workspaces", Map.of("name", "Shop", "type", "DEVELOPER", "admin", unknown)));
        assertThat(refused.fields()).containsExactly("admin.language");
    }

    @Test
    void aMemberIsToldInTheirOwnLanguage() throws Exception {
        invited(Door.API, wallet, input(ben, "WORKSPACE_OPERATOR"));
        prefers(join(ben), "zh", "");
        SMTP.purgeEmailFromAllMailboxes();
        post(
                wallet.admin(),
                wallet.path() + "/members/" + row(wallet, ben).path("id").asText() + "/block",
                null);
        sendMails();
        assertThat(mails(ben).get(0).getSubject()).isEqualTo("您在 Wallet 中已被停用");
        assertThat(html(mails(ben).get(0))).contains("<html lang=\"zh-Hans\"");
    }

    @Test
    void namesFromRightToLeftAreIsolated() throws Exception {
        invited(Door.API, wallet, with(input(ben, "WORKSPACE_OPERATOR"), "name", "مريم\u202E الفارسي"));
        String isolated = "\u2068مريم الفارسي\u2069";
        assertThat(text(mails(ben).get(0))).contains("Hello " + isolated + ",");
        assertThat(html(mails(ben).get(0))).contains("Hello " + isolated + ",");
        assertThat(mails(ben).get(0).getSubject()).doesNotContain("\u2068");
    }

    @Test
    void pagesFollowTheAccountAndWithoutAChoiceTheBrowser() {
        var ada = new Reader(port, "es").signsIn(wallet.admin());
        String members = "/workspaces/" + wallet.id() + "/members";
        assertThat(ada.visits(members).body()).contains("<html lang=\"es\"", " UTC</time>");
        ada.sends("/account", "/account/preferences", Map.of("language", "zh", "timeZone", "Pacific/Kiritimati"));
        String startedAt = row(wallet, wallet.admin().email()).path("startedAt").asText();
        String there = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm")
                .format(Instant.parse(startedAt).atOffset(ZoneOffset.ofHours(14)));
        assertThat(ada.visits(members).body())
                .contains("<html lang=\"zh-Hans\" data-time-zone=\"Pacific/Kiritimati\"", there);
        assertThat(new Reader(port, "es").visits("/login").body())
                .contains("<html lang=\"es\"")
                .doesNotContain("data-time-zone");
        ada.sends("/account", "/account/preferences", Map.of("language", "", "timeZone", ""));
        assertThat(ada.visits(members).body()).contains("<html lang=\"es\"").doesNotContain("data-time-zone");
    }

    @Test
    void whatIsNotOfferedIsNoPreference() {
        var ada = new Reader(port, "en").signsIn(wallet.admin());
        var refused =
                ada.sends("/account", "/account/preferences", Map.of("language", "de", "timeZone", "Mars/Olympus"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Choose one.", "Choose a time zone from the list.");
    }

    private void prefers(Person who, String language, String timeZone) {
        var saved = new Reader(port, "en")
                .signsIn(who)
                .sends("/account", "/account/preferences", Map.of("language", language, "timeZone", timeZone));
        assertThat(saved.statusCode()).isEqualTo(200);
    }

    private static String html(Part part) throws MessagingException, IOException {
        return part.getContent() instanceof Multipart several
                ? html(several.getBodyPart(several.getCount() - 1))
                : (String) part.getContent();
    }
}
