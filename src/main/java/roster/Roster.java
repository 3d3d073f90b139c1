package roster;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Adds members to workspaces. */
@SpringBootApplication
public class Roster {

    public static void main(String[] args) {
        SpringApplication.run(Roster.class, args);
    }

    /** The one source of time; tests replace it with one they can move. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
