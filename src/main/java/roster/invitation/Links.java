package roster.invitation;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import roster.problem.Problem;
import roster.problem.ProblemType;

/**
 * Makes and reads the links in invitation mails. A token is the invitation's id and the number of the sending, signed with HMAC-SHA256: a mail that is
 * sent again carries the same link, and nothing secret is stored. The address comes from the configuration alone, never from a request.
 */
@Component
class Links {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int PAYLOAD_BYTES = 20;
    private static final int SECRET_BYTES = 32;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final String baseUrl;
    private final byte[] secret;

    Links(
            @Value("${roster.base-url}") URI baseUrl,
            @Value("${roster.link-secret}") String secret,
            @Value("${roster.data-dir}") Path dataDir)
            throws IOException {
        this.baseUrl = baseUrl.toString().replaceAll("/+$", "");
        this.secret = secret.isEmpty() ? storedSecret(dataDir) : secret.getBytes(StandardCharsets.UTF_8);
    }

    URI uri(Invitation invitation) {
        return URI.create(baseUrl + "/invitations/" + token(invitation.id(), invitation.sendCount()));
    }

    private String token(UUID invitation, int sending) {
        byte[] payload = ByteBuffer.allocate(PAYLOAD_BYTES)
                .putLong(invitation.getMostSignificantBits())
                .putLong(invitation.getLeastSignificantBits())
                .putInt(sending)
                .array();
        byte[] signature = sign(payload);
        return TEXT.encodeToString(ByteBuffer.allocate(payload.length + signature.length)
                .put(payload)
                .put(signature)
                .array());
    }

    /** @throws Problem UNKNOWN_LINK, the same for a forged token and for nonsense */
    Link read(@Nullable String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token == null ? "" : token);
        } catch (IllegalArgumentException nonsense) {
            throw unknown();
        }
        byte[] payload = Arrays.copyOf(bytes, PAYLOAD_BYTES);
        byte[] signature =
                bytes.length < PAYLOAD_BYTES ? new byte[0] : Arrays.copyOfRange(bytes, PAYLOAD_BYTES, bytes.length);
        // A decoder takes several texts for the same bytes; a link is one text
        if (!MessageDigest.isEqual(signature, sign(payload))
                || !TEXT.encodeToString(bytes).equals(token)) {
            throw unknown();
        }
        var in = ByteBuffer.wrap(payload);
        return new Link(new UUID(in.getLong(), in.getLong()), in.getInt());
    }

    static Problem unknown() {
        return Problem.of(ProblemType.UNKNOWN_LINK, "This link is not known. Check that it was copied whole.");
    }

    private byte[] sign(byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(payload);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, missing);
        }
    }

    private static byte[] storedSecret(Path dataDir) throws IOException {
        Path file = dataDir.resolve("link-secret");
        try {
            Files.createDirectories(dataDir);
            Files.createFile(file);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            byte[] fresh = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(fresh);
            Files.write(file, fresh);
            return fresh;
        } catch (FileAlreadyExistsException made) {
            byte[] stored = Files.readAllBytes(file);
            if (stored.length != SECRET_BYTES) {
                throw new IOException(file + " is damaged: it must hold " + SECRET_BYTES + " bytes", made);
            }
            return stored;
        }
    }
}
