package roster.account;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import roster.idempotency.NotRepeatable;

@RestController
@RequestMapping("/api/tokens")
class TokenController {

    record NewToken(
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Nullable Instant expiresAt) {}

    record IssuedView(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant expiresAt,
            String token) {}

    private final TokenManagement tokens;

    TokenController(TokenManagement tokens) {
        this.tokens = tokens;
    }

    /** Issues an API token for the caller. The answer alone holds the token's text; Roster keeps only its hash. */
    @PostMapping
    @NotRepeatable
    @ResponseStatus(HttpStatus.CREATED)
    IssuedView issue(@RequestBody NewToken request) {
        var issued = tokens.issue(request.name(), request.expiresAt());
        var token = issued.token();
        return new IssuedView(token.id(), token.name(), token.createdAt(), token.expiresAt(), issued.text());
    }

    /** Lists the tokens of the caller, oldest first, without their texts. */
    @GetMapping
    List<TokenManagement.Token> list() {
        return tokens.own();
    }

    /** Revokes a token of the caller at once. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        tokens.revoke(id);
    }
}
