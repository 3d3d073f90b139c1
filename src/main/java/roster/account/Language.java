package roster.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import roster.problem.Violations;

/** The languages that there are texts in, each named by its tag: {@code en}, {@code es}, {@code zh}. */
public enum Language {
    EN,
    ES,
    ZH;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    /** The locale of what is written to somebody whose language may be unknown. */
    public static Locale localeOf(@Nullable Language language) {
        return (language == null ? EN : language).locale();
    }

    /** Null where none is asked for; adds to the violations what is none of these. */
    public static @Nullable Language check(@Nullable String tag, Violations violations) {
        Optional<Language> known = Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
        if (tag != null && known.isEmpty()) {
            violations.add(
                    "language",
                    "must be one of "
                            + Arrays.stream(values()).map(Language::tag).collect(Collectors.joining(", ")));
        }
        return known.orElse(null);
    }
}
