package roster.account;

import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/** Creates the first platform operator on an empty database, before any door opens. A generated password is printed this once and stored nowhere. */
@Component
@DependsOn("startLock") // Of nodes that start at once one makes the operator
class FirstOperator implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(FirstOperator.class);
    private static final int PASSWORD_BYTES = 15;

    private final AccountManagement accounts;
    private final EmailAddress email;
    private final String configuredPassword;

    FirstOperator(
            AccountManagement accounts,
            @Value("${roster.operator.email}") String email,
            @Value("${roster.operator.password}") String configuredPassword) {
        this.accounts = accounts;
        this.email = new EmailAddress(email);
        this.configuredPassword = configuredPassword;
    }

    @Override
    public void afterPropertiesSet() {
        if (accounts.hasOperator()) {
            return;
        }
        boolean generated = configuredPassword.isEmpty();
        String password = generated ? randomPassword() : configuredPassword;
        if (accounts.createOperator(email, password)) {
            LOG.info("First platform operator: {}, password: {}", email, generated ? password : "as configured");
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
