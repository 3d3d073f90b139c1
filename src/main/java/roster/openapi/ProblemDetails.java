package roster.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roster.member.MemberAction;
import roster.member.MemberStatus;
import roster.problem.FieldError;

/**
 * A refusal (RFC 9457).
 *
 * @param type stable name, {@code urn:roster:problem:…}; {@code about:blank} where the status says it all
 * @param title the type in words
 * @param detail a sentence for the person who asked
 * @param instance what was asked for
 * @param errors each broken rule of the input
 * @param currentStatus the status on the member list that forbids the action
 * @param allowedActions what that status allows
 */
record ProblemDetails(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable URI instance,
        @Nullable List<FieldError> errors,
        @Nullable MemberStatus currentStatus,

        @Schema(description = "what that status allows") @Nullable
        List<MemberAction> allowedActions) {}
