package roster.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import roster.account.CurrentPerson;
import roster.account.Language;

/** The languages that there are message files for; the account of who is signed in says which, or else the browser. */
@Configuration(proxyBeanMethods = false)
class Languages {

    static final List<Locale> ALL =
            Arrays.stream(Language.values()).map(Language::locale).toList();

    @Bean
    LocaleResolver localeResolver(CurrentPerson current) {
        var resolver = new AcceptHeaderLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return current.find()
                        .flatMap(person ->
                                Optional.ofNullable(person.preferences().language()))
                        .map(Language::locale)
                        .orElseGet(() -> super.resolveLocale(request));
            }
        };
        resolver.setSupportedLocales(ALL);
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    /** Of the page that is asked for now. */
    static String here() {
        return LocaleContextHolder.getLocale().getLanguage();
    }
}
