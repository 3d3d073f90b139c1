package roster.engine;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** The only beans that a diagram can name: the tasks. Without this limit an expression in a diagram could call every bean there is. */
@Component
public class TaskBeans extends AbstractMap<Object, Object> {

    private final ApplicationContext context;

    TaskBeans(ApplicationContext context) {
        this.context = context;
    }

    public Set<String> names() {
        return Arrays.stream(context.getBeanNamesForType(JavaDelegate.class, true, false))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean containsKey(Object name) {
        return names().contains(name);
    }

    @Override
    public @Nullable Object get(Object name) {
        return containsKey(name) ? context.getBean((String) name) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return names().stream()
                .map(name -> Map.<Object, Object>entry(name, context.getBean(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
