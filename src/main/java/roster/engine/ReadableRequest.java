package roster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import roster.problem.Problem;
import roster.problem.ProblemType;

/** A request whose body has been read: it is known to be at most 1 MiB, announced or not, and can be looked at before the door behind reads it. */
public final class ReadableRequest extends HttpServletRequestWrapper {

    private static final int MAX_BYTES = 1 << 20;

    private final byte[] body;

    /** @throws Problem TOO_LARGE */
    public ReadableRequest(HttpServletRequest request) throws IOException {
        super(request);
        body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE, "The body must have at most " + MAX_BYTES + " bytes.");
        }
    }

    /** @throws Problem INVALID_INPUT, unless the body is one JSON object */
    JsonNode json(ObjectMapper mapper) {
        try {
            JsonNode read = mapper.readTree(body);
            if (read.isObject()) {
                return read;
            }
        } catch (IOException invalid) {
            throw Problem.of(ProblemType.INVALID_INPUT, "The body is not valid JSON.");
        }
        throw Problem.of(ProblemType.INVALID_INPUT, "The body must be a JSON object.");
    }

    @Override
    public ServletInputStream getInputStream() {
        var in = new ByteArrayInputStream(body);
        return new ServletInputStream() {

            @Override
            public int read() {
                return in.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return in.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return in.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("The body is here already");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
