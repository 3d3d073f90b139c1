package roster.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHashTest {

    private final PasswordEncoder passwords = new Doors().passwordEncoder();

    /** 1,024 rounds; stories use fewer. */
    @Test
    void isSlowToGuess() {
        assertThat(passwords.encode("a long password")).startsWith("{bcrypt}$2a$10$");
    }

    @Test
    void isOfItsOwnForEachPerson() {
        String hash = passwords.encode("a long password");
        assertThat(passwords.encode("a long password")).isNotEqualTo(hash);
        assertThat(passwords.matches("a long password", hash)).isTrue();
        assertThat(passwords.matches("another password", hash)).isFalse();
    }
}
