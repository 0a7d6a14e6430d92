package org.kameng.ui.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.SessionRules;
import org.kameng.domain.shared.AccountId;
import org.kameng.ui.shared.Person;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Starts and ends sessions by the rules: idle and absolute time-out, and an end when password, roles or state of the account
 * changed. The account is looked up at most every half minute.
 */
class SessionKeeper extends OncePerRequestFilter implements SessionAuthenticationStrategy {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    private final AccountService accounts;
    private final SessionRules rules;
    private final Clock clock;

    SessionKeeper(AccountService accounts, SessionRules rules, Clock clock) {
        this.accounts = accounts;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public void onAuthentication(Authentication by, HttpServletRequest request, HttpServletResponse response) {
        if (by.getPrincipal() instanceof Person person) {
            var session = request.getSession();
            var now = clock.instant();
            session.setMaxInactiveInterval((int) rules.idle(person.staff()).toSeconds());
            session.setAttribute(
                    SessionStamp.ATTRIBUTE,
                    new SessionStamp(person.account().value(), person.staff(), person.securityVersion(), now, now));
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null
                && session.getAttribute(SessionStamp.ATTRIBUTE) instanceof SessionStamp stamp
                && !mayGoOn(session, stamp, clock.instant())) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private boolean mayGoOn(HttpSession session, SessionStamp stamp, Instant now) {
        if (!now.isBefore(stamp.startedAt().plus(rules.absolute()))) {
            return false;
        }
        if (now.isBefore(stamp.checkedAt().plus(LOOK_EVERY))) {
            return true;
        }
        var account = accounts.find(new AccountId(stamp.account()));
        boolean same = account.isPresent()
                && !account.get().disabled()
                && account.get().securityVersion() == stamp.securityVersion();
        if (same) {
            session.setAttribute(SessionStamp.ATTRIBUTE, stamp.checked(now));
        }
        return same;
    }
}
