package roster.invitation;

import java.util.Locale;
import roster.workspace.Role;

/** A role in words, such as "workspace admin". */
final class RoleName {

    private RoleName() {}

    static String of(Role role) {
        return role.name().toLowerCase(Locale.ENGLISH).replace('_', ' ');
    }
}
