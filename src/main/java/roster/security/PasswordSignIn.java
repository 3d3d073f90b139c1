package roster.security;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import roster.account.AccountManagement;
import roster.account.Person;

/** Signs in with an address and a password. */
final class PasswordSignIn implements AuthenticationProvider {

    private final AccountManagement accounts;

    PasswordSignIn(AccountManagement accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String ip = typed.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : null;
        Person person = accounts.signIn(typed.getName(), String.valueOf(typed.getCredentials()), ip)
                .orElseThrow(() -> new BadCredentialsException("Address or password is wrong"));
        return signedIn(person);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    static Authentication signedIn(Person person) {
        List<GrantedAuthority> roles = new ArrayList<>();
        if (person.operator()) {
            roles.add(new SimpleGrantedAuthority("ROLE_OPERATOR"));
        }
        if (person.analyst()) {
            roles.add(new SimpleGrantedAuthority("ROLE_ANALYST"));
        }
        return UsernamePasswordAuthenticationToken.authenticated(person, null, roles);
    }
}
