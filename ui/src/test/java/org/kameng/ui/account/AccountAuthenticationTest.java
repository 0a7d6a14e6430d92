package org.kameng.ui.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.LogInResult;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.ui.doubles.Partial;
import org.kameng.ui.doubles.ViewTest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;

class AccountAuthenticationTest extends ViewTest {

    /** An address that tried too often. */
    public static class Closed {
        public LogInResult logIn(String login, String password, String ip) {
            throw new DomainException(ErrorCode.RATE_LIMITED, 42);
        }
    }

    @Test
    void too_many_tries_are_answered_at_the_door_with_the_time_to_wait() {
        var door = new AccountAuthentication(Partial.of(AccountService.class, new Closed()));
        var asked = UsernamePasswordAuthenticationToken.unauthenticated("13800000001", "guessed");
        var refusal = catchThrowableOfType(AuthenticationException.class, () -> door.authenticate(asked));
        assertThat(refusal).isInstanceOf(RefusedAtDoor.class);
        assertThat(((RefusedAtDoor) refusal).words()).isEqualTo("Too many tries. Try again in 42 seconds.");
    }
}
