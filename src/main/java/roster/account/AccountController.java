package roster.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People with an account and their groups; for platform operators. */
@RestController
@RequestMapping("/api/accounts/{email}")
class AccountController {

    record NewGroups(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Set<Group> groups) {}

    record AccountView(UUID id, String email, String name, Set<Group> groups) {

        static AccountView of(Person person) {
            var groups = EnumSet.noneOf(Group.class);
            if (person.operator()) {
                groups.add(Group.PLATFORM_OPERATOR);
            }
            if (person.analyst()) {
                groups.add(Group.PROCESS_ANALYST);
            }
            return new AccountView(person.id(), person.userId(), person.name(), groups);
        }
    }

    private final GroupManagement groups;

    AccountController(GroupManagement groups) {
        this.groups = groups;
    }

    /** The person with this address, if they have an account. */
    @GetMapping
    AccountView get(@PathVariable String email) {
        return AccountView.of(groups.find(email));
    }

    /** Puts a person into exactly these groups, from their next request on; operators cannot change their own. */
    @PutMapping("/groups")
    AccountView put(@PathVariable String email, @RequestBody NewGroups request) {
        return AccountView.of(groups.put(email, request.groups()));
    }
}
