package roster.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import roster.problem.Name;
import roster.problem.Problem;
import roster.problem.Violations;

/** The door to API tokens. */
@Component
@Transactional
public class TokenManagement {

    private static final Duration LONGEST = Duration.ofDays(3653);
    private static final int TOKEN_BYTES = 32;

    private final ApiTokens tokens;
    private final TokenHolders holders;
    private final CurrentPerson current;
    private final SignInAttempts attempts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TokenManagement(
            ApiTokens tokens, TokenHolders holders, CurrentPerson current, SignInAttempts attempts, Clock clock) {
        this.tokens = tokens;
        this.holders = holders;
        this.current = current;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * The person whom a token stands for, while it is valid.
     *
     * @param ip of the caller
     * @throws TooManyAttempts if too many failed lately from there
     */
    // One statement is a transaction by itself; another around it costs every request of a program a round trip more
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Person> holder(String text, String ip) {
        return attempts.guard(null, ip, () -> holder(text));
    }

    private Optional<Person> holder(String text) {
        return holders.find(hash(text), clock.instant());
    }

    /** Creates a token for the caller; never expires where no instant is given. */
    public Issued issue(@Nullable String name, @Nullable Instant expiresAt) {
        var violations = new Violations();
        String checkedName = Name.check("name", name, violations);
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            violations.add("expiresAt", "must lie in the future");
        }
        if (expiresAt != null && expiresAt.isAfter(clock.instant().plus(LONGEST))) {
            violations.add("expiresAt", "must lie in the next 10 years");
        }
        violations.throwIfAny();
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        ApiToken token = tokens.save(new ApiToken(
                UUID.randomUUID(), current.require().id(), checkedName, hash(text), clock.instant(), expiresAt, 0));
        return new Issued(Token.of(token), text);
    }

    @Transactional(readOnly = true)
    public List<Token> own() {
        return tokens.findByAccountOrderByCreatedAtAscIdAsc(current.require().id()).stream()
                .map(Token::of)
                .toList();
    }

    public void revoke(UUID id) {
        tokens.delete(
                tokens.findByAccountAndId(current.require().id(), id).orElseThrow(() -> Problem.notFound("token")));
    }

    /** A new token with its text, which only this answer holds. */
    public record Issued(Token token, String text) {

        @Override
        public String toString() {
            return "Issued[" + token.id() + "]";
        }
    }

    /** What may be shown of a token. */
    public record Token(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant expiresAt) {

        static Token of(ApiToken token) {
            return new Token(token.id(), token.name(), token.createdAt(), token.expiresAt());
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
