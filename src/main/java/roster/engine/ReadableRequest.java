package roster.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
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

/** A request whose body can be looked at before the engine reads it. */
final class ReadableRequest extends HttpServletRequestWrapper {

    private final byte[] body;

    ReadableRequest(HttpServletRequest request, int maxBytes) throws IOException {
        super(request);
        body = request.getInputStream().readNBytes(maxBytes + 1);
        if (body.length > maxBytes) {
            throw Problem.of(ProblemType.TOO_LARGE, "The body must have at most " + maxBytes + " bytes.");
        }
    }

    JsonNode json(ObjectMapper mapper) throws IOException {
        try {
            return mapper.readTree(body);
        } catch (JsonProcessingException invalid) {
            throw Problem.of(ProblemType.INVALID_INPUT, "The body is not valid JSON.");
        }
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
