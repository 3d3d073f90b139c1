package roster.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** What holds for every name that somebody may type. */
class NamePropertiesTest {

    @Property(tries = 2000)
    void isOneVisibleLineThatEveryDatabaseAndMailCanHoldOrAViolation(@ForAll @StringLength(max = 220) String typed) {
        var violations = new Violations();
        String name = Name.check("name", typed, violations);
        if (name.isEmpty()) {
            assertThat(violations.isEmpty()).isFalse();
        } else {
            assertThat(violations.isEmpty()).isTrue();
            assertThat(name.codePointCount(0, name.length())).isBetween(1, 100);
            assertThat(name)
                    .isEqualTo(Name.check("name", name, violations))
                    .doesNotContainPattern("[\\p{Cc}\u2028\u2029]");
            byte[] stored = name.getBytes(StandardCharsets.UTF_8);
            assertThat(new String(stored, StandardCharsets.UTF_8)).isEqualTo(name);
        }
    }

    @Property
    void keepsTheOrderOfTheSentenceAroundIt(@ForAll @StringLength(min = 1, max = 50) String name) {
        String isolated = Name.isolated(name);
        assertThat(isolated).doesNotContainPattern("[\u202A-\u202E\u2066\u2067]");
        assertThat(isolated.chars().filter(sign -> sign == '\u2068').count())
                .isEqualTo(isolated.chars().filter(sign -> sign == '\u2069').count())
                .isLessThanOrEqualTo(1);
    }
}
