package roster.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTest {

    @ParameterizedTest
    @CsvSource({
        "Ada, Ada",
        "李雷, 李雷",
        "مريم, \u2068مريم\u2069",
        "Ada שרה, \u2068Ada שרה\u2069",
        "\u202EAda\u2069, Ada",
        "مريم\u2069\u202E, \u2068مريم\u2069"
    })
    void onlyANameFromRightToLeftIsIsolatedAndNoneBreaksOut(String name, String isolated) {
        assertThat(Name.isolated(name)).isEqualTo(isolated);
    }
}
