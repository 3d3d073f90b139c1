package roster.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses a caller of the REST API who does not take what an operation answers, before anything is done; Spring would find out when it writes the answer. */
@Component
class TakesAnswer implements WebMvcConfigurer, HandlerInterceptor {

    private final HeaderContentNegotiationStrategy accepted = new HeaderContentNegotiationStrategy();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        MediaType made = made(request);
        if (accepted.resolveMediaTypes(new ServletWebRequest(request)).stream().noneMatch(made::isCompatibleWith)) {
            throw new HttpMediaTypeNotAcceptableException(List.of(made));
        }
        return true;
    }

    /** JSON, unless the operation says otherwise. */
    private static MediaType made(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) instanceof Set<?> types
                        && types.iterator().next() instanceof MediaType type
                ? type
                : MediaType.APPLICATION_JSON;
    }
}
