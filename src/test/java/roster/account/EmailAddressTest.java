package roster.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Ben@Example.COM, ben@example.com",
        "'  ben@example.com\t', ben@example.com",
        "ben@bücher.example, ben@xn--bcher-kva.example",
        "Ben+X@example.com, ben+x@example.com",
        "operator@localhost, operator@localhost"
    })
    void hasOneNormalForm(String typed, String normal) {
        assertThat(new EmailAddress(typed).value()).isEqualTo(normal);
    }

    @Test
    void keepsPlusAliasesApart() {
        assertThat(new EmailAddress("ben+x@example.com")).isNotEqualTo(new EmailAddress("ben@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ben",
                "@example.com",
                "ben@",
                "ben@example.com;",
                "ben@example.com,eve@example.com",
                "ben eve@example.com",
                "ben@exa mple.com",
                "ben@example..com",
                "ben@.example",
                "ben@example.com.",
                "b\r\nBcc: eve@example.com",
                ".ben@example.com"
            })
    void refusesWhatIsNotOneAddress(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmailAddress(typed))
                .withMessageStartingWith("must ");
    }

    @Test
    void takes254CharactersAndNoMore() {
        String domain = "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(61);
        String longest = "l".repeat(64) + "@" + domain;
        assertThat(longest).hasSize(254);
        assertThat(new EmailAddress(longest).value()).isEqualTo(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmailAddress(longest + "c"))
                .withMessageContaining("254");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmailAddress("l".repeat(65) + "@example.com"))
                .withMessageContaining("64");
    }
}
