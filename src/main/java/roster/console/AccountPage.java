package roster.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import roster.account.AccountManagement;
import roster.account.Language;
import roster.account.Preferences;
import roster.account.TokenManagement;
import roster.account.TooManyAttempts;
import roster.member.Member;
import roster.member.MemberManagement;
import roster.problem.Problem;
import roster.workspace.WorkspaceManagement;

/** What a person may change of their own account: name, language, time zone, password, API tokens. */
@Controller
@RequestMapping("/account")
class AccountPage {

    /** How many days a new token may be valid; 0 stands for ever. */
    private static final List<Integer> VALIDITIES = List.of(30, 90, 365, 0);

    private final AccountManagement accounts;
    private final TokenManagement tokens;
    private final MemberManagement members;
    private final WorkspaceManagement workspaces;
    private final Clock clock;

    AccountPage(
            AccountManagement accounts,
            TokenManagement tokens,
            MemberManagement members,
            WorkspaceManagement workspaces,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.members = members;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show() {
        List<Member> memberships = members.own();
        Map<UUID, String> names = memberships.stream()
                .collect(Collectors.toMap(Member::workspace, member -> workspaces.nameOf(member.workspace())));
        return new ModelAndView("account")
                .addObject("tokens", tokens.own())
                .addObject("memberships", memberships)
                .addObject("workspaces", names)
                .addObject("validities", VALIDITIES)
                .addObject("languages", Language.values())
                .addObject("timeZones", Preferences.timeZones());
    }

    @PostMapping("/name")
    ModelAndView rename(@RequestParam(required = false) @Nullable String name, RedirectAttributes redirect) {
        try {
            accounts.rename(name);
        } catch (Problem problem) {
            return again("name", problem).addObject("typedName", name);
        }
        return done(redirect, "done.renamed");
    }

    @PostMapping("/preferences")
    ModelAndView prefer(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String timeZone,
            RedirectAttributes redirect) {
        try {
            accounts.prefer(chosen(language), chosen(timeZone));
        } catch (Problem problem) {
            return again("preferences", problem);
        }
        return done(redirect, "done.preferences-saved");
    }

    @PostMapping("/password")
    ModelAndView changePassword(
            @RequestParam(required = false) @Nullable String currentPassword,
            @RequestParam(required = false) @Nullable String password,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            accounts.changePassword(currentPassword, password, request.getRemoteAddr());
        } catch (Problem problem) {
            return again("password", problem);
        } catch (TooManyAttempts refused) {
            refused.problem().retryAfter().ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
            return again("password", refused.problem());
        }
        return done(redirect, "done.password-changed");
    }

    /** The answer alone shows the token's text. */
    @PostMapping("/tokens")
    ModelAndView issue(
            @RequestParam(required = false) @Nullable String name, @RequestParam(defaultValue = "30") int days) {
        try {
            Instant expiresAt = days == 0 ? null : clock.instant().plus(Duration.ofDays(days));
            String text = tokens.issue(name, expiresAt).text();
            return show().addObject("token", text);
        } catch (Problem problem) {
            return again("token", problem).addObject("typedTokenName", name);
        }
    }

    @PostMapping("/tokens/{id}/revoke")
    ModelAndView revoke(@PathVariable UUID id, RedirectAttributes redirect) {
        tokens.revoke(id);
        return done(redirect, "done.token-revoked");
    }

    /** @param form which of the forms on the page is wrong, for field names repeat */
    private ModelAndView again(String form, Problem problem) {
        var page = show().addObject("form", form).addObject("problem", problem);
        page.setStatus(HttpStatus.valueOf(problem.type().status()));
        return page;
    }

    /** The browser's choice is sent as an empty one. */
    private static @Nullable String chosen(@Nullable String option) {
        return option == null || option.isEmpty() ? null : option;
    }

    private static ModelAndView done(RedirectAttributes redirect, String message) {
        redirect.addFlashAttribute("done", message);
        return new ModelAndView("redirect:/account");
    }
}
