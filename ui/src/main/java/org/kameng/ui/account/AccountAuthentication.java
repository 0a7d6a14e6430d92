package org.kameng.ui.account;

import org.jspecify.annotations.Nullable;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.LogInResult;
import org.kameng.domain.shared.DomainException;
import org.kameng.ui.shared.Person;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Asks the account service; the password is forgotten as soon as it was checked. */
@Component
class AccountAuthentication implements AuthenticationProvider {

    private final AccountService accounts;

    AccountAuthentication(AccountService accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var login = asked.getName();
        var password = String.valueOf(asked.getCredentials());
        return switch (logIn(login, password, addressOf(asked))) {
            case LogInResult.LoggedIn in -> accepted(Person.of(in), asked.getDetails());
            case LogInResult.Refused refused -> throw new BadCredentialsException("refused");
            case LogInResult.LockedUntil locked -> throw new LockedException("locked");
        };
    }

    /** A refusal of the service is an answer at the door, not a failure of the house. */
    private LogInResult logIn(String login, String password, String address) {
        try {
            return accounts.logIn(login, password, address);
        } catch (DomainException refusal) {
            throw new RefusedAtDoor(refusal);
        }
    }

    static Authentication accepted(Person person, @Nullable Object details) {
        var authorities = person.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        var token = UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
        token.setDetails(details);
        return token;
    }

    private static String addressOf(Authentication asked) {
        return asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "unknown";
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
