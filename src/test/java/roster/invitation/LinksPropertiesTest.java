package roster.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import roster.problem.Problem;
import roster.workspace.Role;

/** One link for each sending of an invitation, and no other text opens it. */
class LinksPropertiesTest {

    private static final String BASE = "https://members.example/portal";

    @Property
    void aLinkIsReadAsTheSendingThatItWasMadeFor(@ForAll("ids") UUID id, @ForAll @IntRange(min = 1) int sending) {
        assertThat(links(BASE).read(token(links(BASE), id, sending))).isEqualTo(new Link(id, sending));
    }

    /** Also what means the same to a decoder: a link is one text. */
    @Property
    void aLinkWithAnyCharacterChangedIsUnknown(
            @ForAll("ids") UUID id,
            @ForAll @IntRange(max = 69) int position,
            @ForAll @AlphaChars @NumericChars @Chars({'-', '_', '='}) char other) {
        String token = token(links(BASE), id, 1);
        String forged = token.substring(0, position) + other + token.substring(position + 1);
        if (!forged.equals(token)) {
            isUnknown(links(BASE), forged);
        }
        isUnknown(links(BASE), token + other);
        isUnknown(links(BASE), token.substring(0, position));
    }

    @Property
    void noTextThatSomebodyMakesUpIsALink(@ForAll @StringLength(max = 100) String made) {
        isUnknown(links(BASE), made);
    }

    @Property
    void aLinkOfAnotherSecretIsUnknown(@ForAll("ids") UUID id, @ForAll @StringLength(min = 1, max = 40) String secret) {
        isUnknown(links(BASE), token(links(BASE, "not " + secret), id, 1));
    }

    @Property
    void theBaseAddressIsKeptWithItsPathHoweverManySlashesEndIt(
            @ForAll("bases") String base, @ForAll @IntRange(max = 3) int slashes, @ForAll("ids") UUID id) {
        String link = links(base + "/".repeat(slashes)).uri(sent(id, 1)).toString();
        assertThat(link)
                .startsWith(base + "/invitations/")
                .isEqualTo(links(base).uri(sent(id, 1)).toString());
        assertThat(link.substring("https://".length())).doesNotContain("//");
    }

    @Provide
    Arbitrary<UUID> ids() {
        return Arbitraries.create(UUID::randomUUID);
    }

    @Provide
    Arbitrary<String> bases() {
        return Arbitraries.of(
                "http://localhost:8080",
                "https://h.example",
                "https://h.example/portal",
                "https://h.example:8443/a/b",
                "https://[::1]:8443/p");
    }

    private static void isUnknown(Links links, String token) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> links.read(token))
                .withMessageContaining("not known");
    }

    private static String token(Links links, UUID id, int sending) {
        return links.uri(sent(id, sending)).toString().replaceFirst(".*/", "");
    }

    private static Links links(String base) {
        return links(base, "a secret of the tests");
    }

    private static Links links(String base, String secret) {
        try {
            return new Links(URI.create(base), secret, Path.of("target"));
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private static Invitation sent(UUID id, int sending) {
        Instant now = Instant.EPOCH;
        Invitation invitation = Invitation.send(id, id, Role.OPERATOR, "process", id, null, now);
        return sending == 1 ? invitation : at(invitation, sending);
    }

    private static Invitation at(Invitation one, int sending) {
        return new Invitation(
                one.id(),
                one.workspace(),
                one.role(),
                one.processInstanceId(),
                one.requestedAt(),
                one.inviter(),
                null,
                one.sentAt(),
                null,
                sending,
                one.mailState(),
                one.mailAt(),
                null,
                null,
                null,
                null,
                0);
    }
}
