package roster.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import roster.problem.Problem;

/**
 * A caller's key, and what it was sent with. Only hashes, since a path may hold the token of a link and a body a password; the key and the path are
 * hashed together with the body, so that a password cannot be guessed from the hash alone.
 *
 * @param id SHA-256 of the caller and the key, in hex
 * @param request SHA-256 of the key, method, path and body, in hex
 */
record IdempotencyKey(String id, String request) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,255}");

    /**
     * Reads the whole body, which the body limit has made readable again.
     *
     * @throws Problem INVALID_INPUT naming the header
     */
    static IdempotencyKey of(HttpServletRequest request) throws IOException {
        List<String> keys = Collections.list(request.getHeaders(HEADER));
        if (keys.size() != 1 || !VISIBLE_ASCII.matcher(keys.get(0)).matches()) {
            throw Problem.invalid(HEADER, "must be one key of 1 to 255 visible ASCII characters");
        }
        String key = keys.get(0);
        String target = request.getRequestURI() + "?" + Objects.toString(request.getQueryString(), "");
        byte[] body = request.getInputStream().readAllBytes();
        return new IdempotencyKey(
                hash(caller(request, target) + "\n" + key, new byte[0]),
                hash(String.join("\n", key, request.getMethod(), target, ""), body));
    }

    /** Who is not signed in is known by the link that they hold, so that strangers cannot meet in one key. */
    private static String caller(HttpServletRequest request, String target) {
        return request.getRemoteUser() == null ? "link " + target : "person " + request.getRemoteUser();
    }

    private static String hash(String text, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
