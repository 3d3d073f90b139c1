package roster.member;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import roster.check.Does;
import roster.check.DoneBefore;
import roster.check.GoneAfter;
import roster.check.MailsLater;
import roster.check.Reads;
import roster.check.Rule;

/** What whoever edits the diagrams of changes has to leave as it is. */
@Configuration(proxyBeanMethods = false)
class MemberRules {

    private static final String NOTIFY = "notifyMember";

    /** The task that makes the change of each process. */
    private static final Map<String, String> CHANGES = Map.of(
            "block-member", "blockMember",
            "unblock-member", "unblockMember",
            "delete-member", "deleteMember",
            "set-member-role", "setMemberRole");

    @Bean
    Rule memberMailsGoOutLater() {
        return new MailsLater(Set.of(NOTIFY));
    }

    /** Else who blocks a member could delete them, or nothing would happen. */
    @Bean
    Rule memberProcessesMakeTheirChange() {
        return diagram -> CHANGES.entrySet().stream()
                .flatMap(process -> rules(process.getKey(), process.getValue()))
                .flatMap(rule -> rule.findings(diagram));
    }

    private static Stream<Rule> rules(String process, String change) {
        return Stream.of(new Does(process, change, Set.of(NOTIFY)), new DoneBefore(process, change, NOTIFY, Set.of()));
    }

    @Bean
    Rule rolesAreReadBeforeTheyAreSet() {
        return new GoneAfter("set-member-role", "role", "setMemberRole");
    }

    /** The role that was asked for is kept in the process until it is set. */
    @Bean
    Rule memberConditionsReadWhatIsThere() {
        return diagram -> CHANGES.keySet().stream()
                .map(process -> new Reads(
                        process, process.equals("set-member-role") ? Set.of("approved", "role") : Set.of("approved")))
                .flatMap(rule -> rule.findings(diagram));
    }
}
