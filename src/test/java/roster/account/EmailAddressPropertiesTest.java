package roster.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import roster.problem.Violations;

/** What holds for every address that somebody may type, not only for those that somebody thought of. */
class EmailAddressPropertiesTest {

    @Property(tries = 2000)
    void anyTextIsAnAddressOrAViolation(@ForAll @StringLength(max = 300) String typed) {
        isAnAddressOrAViolation(typed);
    }

    @Property(tries = 2000)
    void anyTextAroundAnAtIsAnAddressOrAViolation(
            @ForAll @StringLength(max = 70) String local, @ForAll @StringLength(max = 260) String domain) {
        isAnAddressOrAViolation(local + "@" + domain);
    }

    private static void isAnAddressOrAViolation(String typed) {
        var violations = new Violations();
        EmailAddress.check("email", typed, violations)
                .ifPresentOrElse(
                        address -> assertThat(address.value())
                                .matches("[!-~]+@[!-~]+")
                                .hasSizeLessThanOrEqualTo(254)
                                .isEqualTo(new EmailAddress(address.value()).value()),
                        () -> assertThat(violations.isEmpty()).isFalse());
    }

    @Property
    void lettersCaseAndBlanksAroundMakeNobodyElse(@ForAll("addresses") String address, @ForAll("blanks") String blank) {
        var person = new EmailAddress(address);
        assertThat(new EmailAddress(blank + address.toUpperCase(Locale.ROOT) + blank))
                .isEqualTo(person);
        assertThat(new EmailAddress(person.value())).isEqualTo(person);
    }

    @Property
    void anAliasIsSomebodyElse(@ForAll("addresses") String address) {
        assertThat(new EmailAddress(address.replace("@", "+x@"))).isNotEqualTo(new EmailAddress(address));
    }

    @Property
    void whatCouldBreakALineOrNameASecondPersonIsNoAddress(
            @ForAll("addresses") String address, @ForAll("breaks") String broken, @ForAll("addresses") String other) {
        for (String typed : new String[] {address + broken + other, broken + address.replace("@", broken + "@")}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress(typed));
        }
    }

    @Provide
    Arbitrary<String> addresses() {
        var word = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(20);
        var domain = Arbitraries.of(
                "example.com", "a.b.example", "b\u00FCcher.example", "\u4F8B\u5B50.example", "localhost");
        return Combinators.combine(word, word, domain).as((one, other, where) -> one + "." + other + "@" + where);
    }

    @Provide
    Arbitrary<String> blanks() {
        return Arbitraries.strings().withChars(" \t\r\n\u2003\u3000").ofMaxLength(3);
    }

    @Provide
    Arbitrary<String> breaks() {
        return Arbitraries.of("\r\n", "\n", "\r", "\0", ",", ";", " ", "\t", "<", ">", "\"", "(", ":", "\\");
    }
}
