package roster.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.springframework.mock.web.MockHttpServletRequest;
import roster.problem.Problem;

/** What holds for every header that somebody may send as a key. */
class IdempotencyKeyPropertiesTest {

    @Property
    void visibleAsciiIsAKeyOfWhichNothingIsKept(
            @ForAll @CharRange(from = '!', to = '~') @StringLength(min = 1, max = 255) String key) throws IOException {
        IdempotencyKey read = IdempotencyKey.of(request(key, "Ada"));
        assertThat(read).isEqualTo(IdempotencyKey.of(request(key, "Ada")));
        assertThat(read.id())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(IdempotencyKey.of(request(key, "Eve")).id());
    }

    @Property
    void everythingElseIsRefused(@ForAll @StringLength(max = 300) String typed) throws IOException {
        if (!typed.matches("[!-~]{1,255}")) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> IdempotencyKey.of(request(typed, "Ada")))
                    .withMessageContaining("must be one key");
        }
    }

    private static MockHttpServletRequest request(String key, String who) {
        var request = new MockHttpServletRequest("POST", "/api/workspaces");
        request.addHeader(IdempotencyKey.HEADER, key);
        request.setRemoteUser(who);
        return request;
    }
}
