package roster.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import roster.limit.Allowance;

/** Stops those who guess, by the address that they guess for and by where they come from; at every door, for every door asks here. */
@Component
@EnableConfigurationProperties(SignInLimits.class)
class SignInAttempts {

    private static final int NETWORK_BYTES = 8;

    private final Allowance byAddress;
    private final Allowance byIp;

    SignInAttempts(SignInLimits limits, Clock clock) {
        byAddress = new Allowance(limits.failuresPerAddress(), limits.window(), clock);
        byIp = new Allowance(limits.failuresPerIp(), limits.window(), clock);
    }

    /**
     * Whoever the check finds. What many guesses at once find beyond the limit is not told, right or wrong.
     *
     * @param address whom the caller wants to be, if that can be anybody
     * @param ip of the caller, if known
     * @throws TooManyAttempts before the check is made, or instead of its outcome
     */
    Optional<Person> guard(@Nullable EmailAddress address, @Nullable String ip, Supplier<Optional<Person>> check) {
        require(address, ip);
        Optional<Person> found = check.get();
        if (found.isPresent()) {
            require(address, ip);
        } else {
            count(address, ip);
        }
        return found;
    }

    private void require(@Nullable EmailAddress address, @Nullable String ip) {
        if (address != null) {
            refuse(byAddress.ask(address.value()));
        }
        if (ip != null) {
            refuse(byIp.ask(network(ip)));
        }
    }

    private void count(@Nullable EmailAddress address, @Nullable String ip) {
        if (ip != null) {
            refuse(byIp.use(network(ip)));
        }
        if (address != null) {
            refuse(byAddress.use(address.value()));
        }
    }

    private static void refuse(Optional<Duration> wait) {
        wait.ifPresent(time -> {
            throw new TooManyAttempts(time);
        });
    }

    /** One subscriber of IPv6 has 2^64 addresses. */
    private static String network(String ip) {
        try {
            return InetAddress.getByName(ip) instanceof Inet6Address address
                    ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                    : ip;
        } catch (UnknownHostException noIp) {
            return ip;
        }
    }
}
