package roster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.apache.catalina.core.ApplicationPart;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.disk.DiskFileItemFactory;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
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

    /** Tomcat would look for them in what has been read already. */
    @Override
    public Collection<Part> getParts() throws ServletException {
        var upload = new FileUpload();
        upload.setFileItemFactory(new DiskFileItemFactory(MAX_BYTES, null));
        try {
            return upload.parseRequest(new ServletRequestContext(this)).stream()
                    .<Part>map(item -> new ApplicationPart(item, null))
                    .toList();
        } catch (FileUploadException unreadable) {
            throw new ServletException("The parts of the body cannot be read", unreadable);
        }
    }

    @Override
    public @Nullable Part getPart(String name) throws ServletException {
        return getParts().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElse(null);
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
