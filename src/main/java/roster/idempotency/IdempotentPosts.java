package roster.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import roster.problem.Problem;
import roster.problem.ProblemAnswer;

/**
 * Stands behind the sign-in and before the controllers: gives the first answer again where the same POST is sent again. A refusal (4xx) or fault (5xx)
 * has changed nothing and is not kept, so that the same key can be tried again once the cause is mended.
 */
@Component
@EnableScheduling
class IdempotentPosts extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotentPosts.class);

    private final KeptAnswers answers;
    private final ObjectMapper json;

    IdempotentPosts(KeptAnswers answers, ObjectMapper json) {
        this.answers = answers;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(IdempotencyKey.HEADER) == null
                || !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            IdempotencyKey key = IdempotencyKey.of(request);
            UUID attempt = UUID.randomUUID();
            Optional<KeptAnswer> first = answers.begin(key, attempt);
            if (first.isPresent()) {
                first.get().write(response);
            } else {
                run(key, attempt, request, response, chain);
            }
        } catch (Problem problem) {
            ProblemAnswer.write(problem, response, json);
        }
    }

    private void run(
            IdempotencyKey key,
            UUID attempt,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, answer);
            done = answer.getStatus() < HttpStatus.BAD_REQUEST.value();
        } finally {
            if (!done) {
                answers.release(key, attempt);
            }
        }
        if (done) {
            keep(key, attempt, KeptAnswer.of(answer));
        }
        answer.copyBodyToResponse();
    }

    /** It is done, and the caller is to know it, also where the database goes down before the answer is kept. */
    private void keep(IdempotencyKey key, UUID attempt, KeptAnswer answer) {
        try {
            answers.keep(key, attempt, answer);
        } catch (DataAccessException unreachable) {
            LOG.warn("An answer could not be kept for its Idempotency-Key", unreachable);
        }
    }
}
