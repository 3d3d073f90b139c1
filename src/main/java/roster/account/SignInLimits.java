package roster.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many wrong passwords and tokens Roster takes before it looks at no more of them. Only failures count. Each node counts for itself. Behind a
 * reverse proxy every caller has the proxy's IP, unless {@code server.forward-headers-strategy} is {@code native}.
 *
 * @param window the time in which the failures count, such as {@code 15m}; they are forgiven one by one, evenly over this time
 * @param failuresPerAddress for one address of a person, from wherever; whether somebody has it makes no difference
 * @param failuresPerIp for one IP address, of version 6 for its network of 64 bits, over all addresses and tokens
 */
@ConfigurationProperties("roster.sign-in")
record SignInLimits(
        @DefaultValue("15m") Duration window,
        @DefaultValue("10") int failuresPerAddress,
        @DefaultValue("100") int failuresPerIp) {

    SignInLimits {
        if (window.toSeconds() < 1 || failuresPerAddress < 1 || failuresPerIp < 1) {
            throw new IllegalArgumentException(
                    "roster.sign-in: a window of at least 1s and limits of at least 1 are needed");
        }
    }
}
