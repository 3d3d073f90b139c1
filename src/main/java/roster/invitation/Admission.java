package roster.invitation;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import roster.problem.Problem;

/**
 * What the rules say of one invitation.
 *
 * @param wanted what to store; null if a rule refuses it
 * @param refusal why a rule refuses it; null if none does
 */
record Admission(
        InvitationRequest request,
        InvitationRequest.@Nullable Checked wanted,
        @Nullable Problem refusal) {

    static Admission of(InvitationRequest request, Function<InvitationRequest, InvitationRequest.Checked> rule) {
        try {
            return new Admission(request, rule.apply(request), null);
        } catch (Problem refused) {
            return new Admission(request, null, refused);
        }
    }

    /** The same, if one more rule lets it pass. */
    Admission unless(Consumer<InvitationRequest.Checked> rule) {
        return wanted == null
                ? this
                : of(request, same -> {
                    rule.accept(wanted);
                    return wanted;
                });
    }

    /** @throws Problem the refusal */
    InvitationRequest.Checked require() {
        if (refusal != null) {
            throw refusal;
        }
        if (wanted == null) {
            throw new IllegalStateException("What is not refused is wanted");
        }
        return wanted;
    }
}
