package roster.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers the REST API's refusals; what Spring itself refuses is answered in the same form by the base class. */
@RestControllerAdvice(annotations = RestController.class)
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Problem problem) {
        var answer = ResponseEntity.status(problem.type().status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        problem.retryAfter().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.body(problem.body());
    }

    /** Ids are UUIDs, so what is no UUID names nothing. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> notAnId(MethodArgumentTypeMismatchException mismatch) {
        boolean inPath = mismatch.getParameter()
                .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        return refused(
                inPath
                        ? Problem.notFound("resource")
                        : Problem.invalid(mismatch.getName(), "has a value that is not possible here"));
    }

    /** Two changes of one row at once, where no process runs them one after the other. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> conflict(ConcurrencyFailureException moved) {
        return refused(Problem.conflict());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unexpected(RuntimeException fault) {
        var down = DatabaseDown.in(fault);
        if (down.isPresent()) {
            return refused(down.get());
        }
        LOG.error("A request failed unexpectedly", fault);
        return ResponseEntity.internalServerError()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of(
                        "type",
                        "about:blank",
                        "title",
                        "Internal error",
                        "status",
                        500,
                        "detail",
                        "Roster failed; its log says why."));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException fault, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Problem problem = fault.getCause() instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? Problem.invalid(
                        path(mapping.getPath()), "is not a field of this request, or has a value of the wrong type")
                : Problem.of(ProblemType.INVALID_INPUT, "The body is not valid JSON.");
        return ResponseEntity.status(problem.type().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }

    private static String path(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
