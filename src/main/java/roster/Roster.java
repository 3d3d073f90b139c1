package roster;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Adds members to workspaces. */
@SpringBootApplication
public class Roster {

    public static void main(String[] args) {
        // The default data folder is named relative to where Roster is started, as people write paths
        System.setProperty("h2.implicitRelativePath", "true");
        SpringApplication.run(Roster.class, args);
    }
}
