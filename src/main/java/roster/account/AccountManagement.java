package roster.account;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import roster.problem.Name;
import roster.problem.Problem;
import roster.problem.Violations;

/** The door to accounts. */
@Component
@Transactional
public class AccountManagement {

    /** What a person without an account typed, checked, with the password hashed already: hashing is slow on purpose. */
    public record NewAccount(String name, String passwordHash) {

        @Override
        public String toString() {
            return "NewAccount[" + name + "]";
        }
    }

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final String nobodysHash;
    private final SignInAttempts attempts;
    private final CurrentPerson current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountManagement(
            Accounts accounts,
            PasswordEncoder passwords,
            SignInAttempts attempts,
            CurrentPerson current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.nobodysHash = passwords.encode(UUID.randomUUID().toString());
        this.attempts = attempts;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Problem naming the fields that break a rule */
    public NewAccount check(@Nullable String name, @Nullable String password) {
        var violations = new Violations();
        String checkedName = Name.check("name", name, violations);
        String checkedPassword = Password.check(password, violations);
        violations.throwIfAny();
        return new NewAccount(checkedName, passwords.encode(checkedPassword));
    }

    public Person create(EmailAddress email, NewAccount request) {
        return save(email, request, false);
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(EmailAddress email) {
        return accounts.findByEmail(email).map(Account::person);
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(UUID id) {
        return accounts.findById(id).map(Account::person);
    }

    /** By the id that the engine knows a person by, which is the address. */
    @Transactional(readOnly = true)
    public Optional<Person> find(String userId) {
        return address(userId).flatMap(accounts::findByEmail).map(Account::person);
    }

    /**
     * The person, if the password is theirs. An unknown address costs as much time as a wrong password, so that the time tells nothing.
     *
     * @param ip of the caller, if known
     * @throws TooManyAttempts if too many failed lately, for this address or from there
     */
    @Transactional(readOnly = true)
    public Optional<Person> signIn(String email, String password, @Nullable String ip) {
        Optional<EmailAddress> address = address(email);
        return attempts.guard(address.orElse(null), ip, () -> holder(address, password));
    }

    private Optional<Person> holder(Optional<EmailAddress> address, String password) {
        Optional<Account> account = address.flatMap(accounts::findByEmail);
        String hash = account.map(Account::password).orElse(nobodysHash);
        return passwords.matches(password, hash) ? account.map(Account::person) : Optional.empty();
    }

    /** Gives the caller another name, here and on every member list. */
    public Person rename(@Nullable String name) {
        Account account = own();
        Person renamed =
                accounts.save(account.withName(Name.require("name", name))).person();
        events.publishEvent(new Person.Renamed(renamed));
        return renamed;
    }

    /**
     * Gives the caller another password and ends their other sessions. API tokens stay valid: each is revoked on its own.
     *
     * @param ip of the caller
     * @throws Problem INVALID_INPUT if the current password is wrong or the new one breaks a rule
     * @throws TooManyAttempts if too many wrong passwords came lately, as at a sign-in
     */
    public void changePassword(@Nullable String currentPassword, @Nullable String newPassword, String ip) {
        Account account = own();
        var violations = new Violations();
        Optional<EmailAddress> address = Optional.of(account.email());
        String typed = currentPassword == null ? "" : currentPassword;
        if (attempts.guard(account.email(), ip, () -> holder(address, typed)).isEmpty()) {
            violations.add("currentPassword", "must be the password that you sign in with now");
        }
        String checked = Password.check(newPassword, violations);
        violations.throwIfAny();
        Account changed = accounts.save(account.withPassword(passwords.encode(checked)));
        events.publishEvent(new Person.PasswordChanged(changed.person()));
    }

    /**
     * Sets how the caller reads pages and mails; null for as the browser says.
     *
     * @throws Problem INVALID_INPUT for a language or a time zone that Roster does not have
     */
    public void prefer(@Nullable String language, @Nullable String timeZone) {
        accounts.save(own().with(Preferences.check(language, timeZone)));
    }

    private Account own() {
        return accounts.findById(current.require().id()).orElseThrow(() -> Problem.notFound("account"));
    }

    /** Creates the first platform operator, unless there is one; answers whether it did. */
    boolean createOperator(EmailAddress email, String password) {
        if (accounts.existsByOperatorTrue()) {
            return false;
        }
        save(email, check("Platform operator", password), true);
        return true;
    }

    @Transactional(readOnly = true)
    boolean hasOperator() {
        return accounts.existsByOperatorTrue();
    }

    private Person save(EmailAddress email, NewAccount request, boolean operator) {
        return accounts.save(new Account(
                        UUID.randomUUID(),
                        email,
                        request.name(),
                        request.passwordHash(),
                        1,
                        operator,
                        false,
                        Preferences.NONE,
                        clock.instant(),
                        0))
                .person();
    }

    private static Optional<EmailAddress> address(String typed) {
        try {
            return Optional.of(new EmailAddress(typed));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
