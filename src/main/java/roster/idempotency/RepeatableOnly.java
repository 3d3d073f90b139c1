package roster.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import roster.problem.Problem;

/** Refuses the key where the answer cannot be given again, rather than to ignore it: the caller would rely on it. */
@Component
class RepeatableOnly implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getHeader(IdempotencyKey.HEADER) != null
                && handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(NotRepeatable.class)) {
            throw Problem.invalid(
                    IdempotencyKey.HEADER,
                    "is not possible here, since the answer holds a secret and so is not kept to be given again");
        }
        return true;
    }
}
