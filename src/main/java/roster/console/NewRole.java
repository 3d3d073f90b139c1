package roster.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roster.workspace.RoleChoice;

/** A role and mini programs as chosen in a form. */
record NewRole(@Nullable String role, @Nullable List<String> miniPrograms) {

    @Nullable
    String miniProgramIds() {
        return RoleChoice.joined(miniPrograms);
    }

    public boolean chose(Object miniProgram) {
        return miniPrograms != null && miniPrograms.contains(miniProgram.toString());
    }
}
