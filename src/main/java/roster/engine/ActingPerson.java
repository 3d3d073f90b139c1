package roster.engine;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;
import roster.account.CurrentPerson;
import roster.account.Person;

/** Tells the engine who acts at a door of ours, so that it can keep that in its log of operations. */
@Component
public class ActingPerson {

    private final IdentityService identities;
    private final CurrentPerson current;

    ActingPerson(IdentityService identities, CurrentPerson current) {
        this.identities = identities;
        this.current = current;
    }

    public <T> T in(Supplier<T> operation) {
        Person person = current.require();
        List<String> groups = Stream.of(EngineGroup.values())
                .filter(group -> group.includes(person))
                .map(EngineGroup::id)
                .toList();
        identities.setAuthentication(person.userId(), groups);
        try {
            return operation.get();
        } finally {
            identities.clearAuthentication();
        }
    }
}
