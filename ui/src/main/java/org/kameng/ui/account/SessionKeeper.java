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
import java.util.Optional;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.SessionRules;
import org.kameng.domain.shared.AccountId;
import org.kameng.ui.shared.Person;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Starts and ends sessions by the rules: idle and absolute time-out, and an end when password, roles or state of the account
 * changed. The account is looked up at most every half minute. Who logs in where somebody else was logged in gets a session
 * of the own: pages that are still open would else go on with the power of the one before.
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
            var session = own(person, request);
            var now = clock.instant();
            session.setMaxInactiveInterval((int) rules.idle(person.staff()).toSeconds());
            session.setAttribute(
                    SessionStamp.ATTRIBUTE,
                    new SessionStamp(
                            person.account().value(), person.staff(), person.securityVersion(), now, now, now));
        }
    }

    /** A changed account counts as another: pages opened before still carry the roles of then. */
    private static HttpSession own(Person person, HttpServletRequest request) {
        var session = request.getSession();
        if (session.getAttribute(SessionStamp.ATTRIBUTE) instanceof SessionStamp stamp && !stamp.isOf(person)) {
            session.invalidate();
        }
        return request.getSession();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var read = request;
        if (session != null && session.getAttribute(SessionStamp.ATTRIBUTE) instanceof SessionStamp stamp) {
            var now = clock.instant();
            var known = mayGoOn(stamp, now) ? checked(stamp, now) : Optional.<SessionStamp>empty();
            if (known.isEmpty()) session.invalidate();
            else {
                if (isMessage(request)) read = new PageMessage(request);
                session.setAttribute(
                        SessionStamp.ATTRIBUTE, isAct(read) ? known.get().acted(now) : known.get());
            }
        }
        chain.doFilter(read, response);
    }

    private boolean mayGoOn(SessionStamp stamp, Instant now) {
        return now.isBefore(stamp.startedAt().plus(rules.absolute()))
                && now.isBefore(stamp.actedAt().plus(rules.idle(stamp.staff())));
    }

    /** Empty when the account is no longer what it was at the log-in. */
    private Optional<SessionStamp> checked(SessionStamp stamp, Instant now) {
        if (now.isBefore(stamp.checkedAt().plus(LOOK_EVERY))) return Optional.of(stamp);
        return accounts.find(new AccountId(stamp.account()))
                .filter(account -> !account.disabled() && account.securityVersion() == stamp.securityVersion())
                .map(same -> stamp.checked(now));
    }

    private static boolean isMessage(HttpServletRequest request) {
        return "uidl".equals(request.getParameter("v-r"));
    }

    /** A page left open goes on sending signs of life and answers of its own; they are no act of a person. */
    private static boolean isAct(HttpServletRequest request) {
        if (request instanceof PageMessage message) return !message.isOfPageAlone();
        var kind = request.getParameter("v-r");
        return !"heartbeat".equals(kind) && !"push".equals(kind);
    }
}
