package roster.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import roster.problem.FieldError;
import roster.problem.Name;
import roster.problem.Problem;

/** Says refusals in the reader's language. The domain says them in English; a text is found by its English words, see {@link #key}. */
@Component("texts")
class Texts {

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** What was refused and why, as sentences. */
    public String of(Problem problem) {
        Map<String, Object> body = problem.body();
        if (body.get("currentStatus") instanceof String status
                && body.get("allowedActions") instanceof List<?> actions) {
            String allowed = actions.stream()
                    .map(action -> message("action." + action))
                    .collect(Collectors.joining(message("list.separator")));
            return message("problem." + problem.type().name(), message("status." + status), allowed);
        }
        Map<String, String> fields = fields(problem);
        if (!fields.isEmpty()) {
            return String.join(" ", fields.values());
        }
        String type = messages.getMessage("problem." + problem.type().name(), null, null, locale());
        String sentence = ofEnglish(
                String.valueOf(problem.getMessage()), isEnglish() || type == null ? problem.getMessage() : type);
        return String.valueOf(sentence);
    }

    /** What is wrong with each field, by the field's name. */
    public Map<String, String> fields(@Nullable Problem problem) {
        var fields = new LinkedHashMap<String, String>();
        if (problem != null && problem.body().get("errors") instanceof List<?> errors) {
            for (Object each : errors) {
                var error = (FieldError) each;
                fields.putIfAbsent(error.field(), of(error));
            }
        }
        return fields;
    }

    private String of(FieldError error) {
        String other = isEnglish() ? capital(error.message()) + "." : message("error.other");
        return String.valueOf(ofEnglish(error.message(), other));
    }

    /** The longest beginning of the words that has a text wins, so that names at the end of a sentence need no text of their own. */
    private @Nullable String ofEnglish(String english, @Nullable String otherwise) {
        var words = new ArrayList<>(List.of(key(english).split("-")));
        while (words.size() > 2) {
            String found = messages.getMessage("error." + String.join("-", words), null, null, locale());
            if (found != null) {
                return found;
            }
            words.remove(words.size() - 1);
        }
        return otherwise;
    }

    /** A name within a sentence, see {@link Name#isolated}. */
    public String isolated(String name) {
        return Name.isolated(name);
    }

    /** The words in lower case, joined by hyphens: "must not be empty" is at {@code error.must-not-be-empty}. */
    static String key(String english) {
        return english.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private static boolean isEnglish() {
        return locale().getLanguage().equals("en");
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
