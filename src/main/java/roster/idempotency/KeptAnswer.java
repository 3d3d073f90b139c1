package roster.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * What the first request was answered.
 *
 * @param body in UTF-8, as every answer of the REST API
 */
record KeptAnswer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String etag,
        String body) {

    static KeptAnswer of(ContentCachingResponseWrapper answer) {
        return new KeptAnswer(
                answer.getStatus(),
                answer.getContentType(),
                answer.getHeader(HttpHeaders.LOCATION),
                answer.getHeader(HttpHeaders.ETAG),
                new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        if (contentType != null) {
            response.setContentType(contentType);
        }
        if (location != null) {
            response.setHeader(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            response.setHeader(HttpHeaders.ETAG, etag);
        }
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
