package roster.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role and mini programs as chosen in a form. */
record NewRole(@Nullable String role, @Nullable List<String> miniPrograms) {

    @Nullable
    String miniProgramIds() {
        return miniPrograms == null ? null : String.join(",", miniPrograms);
    }

    public boolean chose(Object miniProgram) {
        return miniPrograms != null && miniPrograms.contains(miniProgram.toString());
    }
}
