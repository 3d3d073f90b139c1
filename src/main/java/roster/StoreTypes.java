package roster;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import roster.account.EmailAddress;

/** How our values stand in the tables; instants with their zone, so that nodes in different zones agree. */
@Configuration(proxyBeanMethods = false)
class StoreTypes {

    @Bean
    JdbcCustomConversions jdbcCustomConversions() {
        return new JdbcCustomConversions(
                List.of(InstantOut.INSTANCE, InstantIn.INSTANCE, EmailOut.INSTANCE, EmailIn.INSTANCE));
    }

    @WritingConverter
    enum InstantOut implements Converter<Instant, OffsetDateTime> {
        INSTANCE;

        @Override
        public OffsetDateTime convert(Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
    }

    @ReadingConverter
    enum InstantIn implements Converter<OffsetDateTime, Instant> {
        INSTANCE;

        @Override
        public Instant convert(OffsetDateTime time) {
            return time.toInstant();
        }
    }

    @WritingConverter
    enum EmailOut implements Converter<EmailAddress, String> {
        INSTANCE;

        @Override
        public String convert(EmailAddress email) {
            return email.value();
        }
    }

    @ReadingConverter
    enum EmailIn implements Converter<String, EmailAddress> {
        INSTANCE;

        @Override
        public EmailAddress convert(String email) {
            return new EmailAddress(email);
        }
    }
}
