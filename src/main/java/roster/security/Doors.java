package roster.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import roster.account.AccountManagement;
import roster.account.CurrentPerson;
import roster.account.TokenManagement;
import roster.engine.EngineDoor;
import roster.engine.MessageRule;
import roster.engine.OpenDoor;
import roster.engine.TaskRule;
import roster.engine.TasklistDoor;
import roster.workspace.Access;

/** Which door asks for what. What a person may do behind a door, the domain decides. */
@Configuration(proxyBeanMethods = false)
class Doors {

    /** Nothing from elsewhere and nothing inline; the icons inside Bootstrap's style sheet are {@code data:} images. */
    private static final String PAGES_LOAD =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Requests are counted and timed as a whole; to time each filter of each request costs more than the filters do. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** The API's description, for people in a browser and for programs. Its pages load nothing from elsewhere. */
    @Bean
    @Order(0)
    SecurityFilterChain docs(
            HttpSecurity http, TokenManagement tokens, AccountManagement accounts, AuthenticationEntryPoint problems)
            throws Exception {
        var pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return http.securityMatchers(paths -> paths.requestMatchers(
                        path("/api/docs"), path("/api/swagger-ui/**"), path("/api/openapi.json/**")))
                .authorizeHttpRequests(asks -> asks.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .addFilterBefore(new TokenSignIn(tokens, problems), BasicAuthenticationFilter.class)
                .addFilterBefore(new FreshPerson(accounts), AuthorizationFilter.class)
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), pages)
                        .defaultAuthenticationEntryPointFor(problems, AnyRequestMatcher.INSTANCE))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
                                + " data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors"
                                + " 'none'")))
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, TokenManagement tokens, AuthenticationEntryPoint problems, ObjectMapper json)
            throws Exception {
        return stateless(http, tokens, problems, json)
                .securityMatcher(path("/api/**"))
                .authorizeHttpRequests(asks -> asks
                        // Whoever holds the link may look, and may join; the token is checked behind the door
                        .requestMatchers(
                                path(HttpMethod.GET, "/api/invitations/*"),
                                path(HttpMethod.HEAD, "/api/invitations/*"),
                                path(HttpMethod.POST, "/api/invitations/*/acceptance"))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(new BodyLimit(json), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain engine(
            HttpSecurity http,
            TokenManagement tokens,
            AuthenticationEntryPoint problems,
            IdentityService identities,
            CurrentPerson current,
            Access access,
            List<OpenDoor> open,
            MessageRule messages,
            TaskRule tasks,
            ObjectMapper json)
            throws Exception {
        return stateless(http, tokens, problems, json)
                .securityMatcher(path("/engine-rest/**"))
                .authorizeHttpRequests(asks -> asks.anyRequest().authenticated())
                .addFilterAfter(
                        new EngineDoor(identities, current, access, open, messages, tasks, json),
                        AuthorizationFilter.class)
                .build();
    }

    /** Anybody may ask whether Roster lives, for load balancers do; how it is, only who watches it. */
    @Bean
    @Order(3)
    SecurityFilterChain operation(
            HttpSecurity http, TokenManagement tokens, AuthenticationEntryPoint problems, ObjectMapper json)
            throws Exception {
        return stateless(http, tokens, problems, json)
                .securityMatcher(path("/actuator/**"))
                .authorizeHttpRequests(asks -> asks.requestMatchers(
                                path("/actuator/health"),
                                path("/actuator/health/liveness"),
                                path("/actuator/health/readiness"))
                        .permitAll()
                        .anyRequest()
                        .hasAnyRole("OPERATOR", "ANALYST"))
                .build();
    }

    /** Cockpit and Tasklist have their own CSRF filter; Spring's would refuse their posts. */
    @Bean
    @Order(4)
    SecurityFilterChain cockpit(
            HttpSecurity http,
            AccountManagement accounts,
            IdentityService identities,
            CurrentPerson current,
            Access access,
            TaskRule tasks,
            ObjectMapper json)
            throws Exception {
        return http.securityMatcher(path("/camunda/**"))
                .authorizeHttpRequests(asks -> asks
                        // The engine's first-user page: its users are ours, so nobody may make one there
                        .requestMatchers(path("/camunda/app/admin/*/setup/**"), path("/camunda/api/admin/setup/**"))
                        .denyAll()
                        // Workspace admins answer approvals in Tasklist; the filter below lets them do that alone
                        .requestMatchers(
                                path("/camunda/app/tasklist/**"),
                                path("/camunda/lib/**"),
                                path("/camunda/assets/**"),
                                path("/camunda/favicon.ico"),
                                path("/camunda/api/**"))
                        .authenticated()
                        .anyRequest()
                        .hasAnyRole("OPERATOR", "ANALYST"))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(form -> form.loginPage("/login"))
                .addFilterBefore(new FreshPerson(accounts), AuthorizationFilter.class)
                .addFilterAfter(new TasklistDoor(identities, current, access, tasks, json), AuthorizationFilter.class)
                .headers(headers -> headers.frameOptions(frames -> frames.sameOrigin()))
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain pages(HttpSecurity http, AccountManagement accounts) throws Exception {
        return http.authorizeHttpRequests(
                        asks -> asks.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                // Whoever holds the link may look, and may join; the token is checked behind the door
                                .requestMatchers(path("/invitations/*"))
                                .permitAll()
                                .requestMatchers(path("/login"), path("/webjars/**"), path("/roster/**"))
                                .permitAll()
                                .requestMatchers(path("/outbox"))
                                .hasRole("OPERATOR")
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage("/login")
                        .defaultSuccessUrl("/")
                        .failureHandler(new SignInRefused("/login?error")))
                .logout(logout -> logout.logoutSuccessHandler(new SignedOut("/login?out")))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new SignInAgain("/login")))
                .requestCache(cache -> cache.requestCache(pagesAlone()))
                .addFilterBefore(new FreshPerson(accounts), AuthorizationFilter.class)
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(PAGES_LOAD)))
                .build();
    }

    /** After signing in people come back to the page that they wanted, never to a part of one. */
    private static RequestCache pagesAlone() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> request.getMethod().equals("GET") && !SignInAgain.isPartOfAPage(request));
        return cache;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    AuthenticationProvider passwordSignIn(AccountManagement accounts) {
        return new PasswordSignIn(accounts);
    }

    @Bean
    AuthenticationEntryPoint problems(ObjectMapper json) {
        return new NotSignedIn(json);
    }

    private static HttpSecurity stateless(
            HttpSecurity http, TokenManagement tokens, AuthenticationEntryPoint problems, ObjectMapper json)
            throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(problems))
                .addFilterBefore(new NoForeignSites(json), BasicAuthenticationFilter.class)
                .addFilterBefore(new TokenSignIn(tokens, problems), BasicAuthenticationFilter.class);
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
