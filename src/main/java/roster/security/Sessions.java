package roster.security;

import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * How sessions stand in the database, where every node finds them. What another version of Roster wrote and this one cannot read is as if it were not
 * there: its owner signs in again.
 */
@Configuration(proxyBeanMethods = false)
class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /** What sessions hold; nothing else comes to life, whoever wrote it. */
    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter("maxdepth=20;maxarray=10000;"
            + "java.base/*;roster.account.*;org.springframework.security.**;org.springframework.web.servlet.FlashMap;"
            + "org.springframework.util.*;org.camunda.bpm.webapp.**;jakarta.servlet.http.Cookie;!*");

    /** Spring Session asks for it by this name. */
    @Bean
    ConversionService springSessionConversionService() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        var reading = new DeserializingConverter(in -> {
            try (var objects = new ObjectInputStream(in)) {
                objects.setObjectInputFilter(KNOWN);
                return objects.readObject();
            } catch (ClassNotFoundException gone) {
                throw new IOException("A session holds what this version does not know", gone);
            }
        });
        conversion.addConverter(byte[].class, Object.class, bytes -> {
            try {
                return reading.convert(bytes);
            } catch (SerializationFailedException unreadable) {
                LOG.info("A session of another version is left out: {}", unreadable.getMessage());
                return null;
            }
        });
        return conversion;
    }

    /** What two requests of one browser leave at once under one name is one attribute, not a fault; whoever comes last is right. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> attributesOfManyRequests(DataSource database)
            throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName);
        return DatabaseDriver.fromProductName(product) == DatabaseDriver.POSTGRESQL
                ? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer()
                : sessions -> sessions.setCreateSessionAttributeQuery(
                        "merge into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes) values (?, ?, ?)");
    }
}
