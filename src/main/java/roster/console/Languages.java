package roster.console;

import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The languages that there are message files for; the browser says which. */
@Configuration(proxyBeanMethods = false)
class Languages {

    static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.CHINESE, Locale.forLanguageTag("es"));

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(ALL);
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }
}
