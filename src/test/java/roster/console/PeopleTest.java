package roster.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import roster.console.People.Someone;
import roster.problem.Problem;

class PeopleTest {

    @Test
    void readsAddressesOnLines() {
        assertThat(People.read("ada@example.com\n\n  ben@example.com \r\n"))
                .containsExactly(new Someone("ada", "ada@example.com"), new Someone("ben", "ben@example.com"));
    }

    @Test
    void readsNamesBeforeAddresses() {
        assertThat(People.read("Ada Lovelace <ada@example.com>\n\"Cole, Ben\" <ben@example.com>"))
                .extracting(Someone::email)
                .containsExactly("ada@example.com", "ben@example.com");
    }

    @Test
    void readsSeveralAddressesOnOneLine() {
        assertThat(People.read("ada@example.com, Ben <ben@example.com>; carl@example.com"))
                .extracting(Someone::email)
                .contains("carl@example.com");
        assertThat(People.read("ada@example.com, ben@example.com")).hasSize(2);
    }

    @Test
    void readsTablesWithOrWithoutAHeading() {
        var ada = new Someone("Ada Lovelace", "ada@example.com");
        for (String table : List.of(
                "Name,Email\nAda Lovelace,ada@example.com",
                "email;name\nada@example.com;Ada Lovelace",
                "\uFEFFAda\tLovelace\tada@example.com",
                "\"Ada Lovelace\",ada@example.com")) {
            assertThat(People.read(table)).as(table).containsExactly(ada);
        }
    }

    @Test
    void keepsWhatIsNoAddressAsOnePersonForTheDomainToRefuse() {
        assertThat(People.read("nonsense\n\"a name\",nonsense"))
                .containsExactly(new Someone("nonsense", "nonsense"), new Someone("a name", "nonsense"));
    }

    @Test
    void writesLinesThatReadAsTheSamePeople() {
        var people = List.of(
                new Someone("Cole, \"Ben\"", "ben@example.com"),
                new Someone("nonsense", "nonsense"),
                new Someone("é; 你好", "x@example.com"));
        assertThat(People.read(people.stream().map(Someone::line).collect(Collectors.joining("\n"))))
                .isEqualTo(people);
    }

    @Test
    void refusesMoreThanAPageCanSend() {
        String many = "a@example.com\n".repeat(People.MOST + 1);
        assertThatThrownBy(() -> People.read(many)).isInstanceOf(Problem.class).hasMessageContaining("500");
    }
}
