package org.kameng.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kameng.domain.account.AccountTestData.OTHER_PASSWORD;
import static org.kameng.domain.account.AccountTestData.PASSWORD;
import static org.kameng.domain.account.RegistrationTest.assertRefused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.account.LogInResult.LockedUntil;
import org.kameng.domain.account.LogInResult.LoggedIn;
import org.kameng.domain.account.LogInResult.Refused;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Role;

class LogInTest {
    private static final String WRONG = "nine red foxes";

    private final DomainTestContext domain = DomainTestContext.shared();
    private final AccountService accounts = domain.bean(AccountService.class);
    private final AccountTestData people = new AccountTestData(domain);
    private final String phone = people.freshPhone();
    private final String ip = people.freshIp();
    private final AccountId id = accounts.createCustomer(Actor.system("test"), phone, PASSWORD);

    @Test
    void ten_failures_lock_for_thirty_minutes_even_against_the_right_password() {
        for (var i = 1; i < LoginGuard.MOST_FAILURES; i++)
            assertThat(accounts.logIn(phone, WRONG, ip)).isInstanceOf(Refused.class);
        var until = domain.clock().instant().plus(LoginGuard.LOCK);
        assertThat(accounts.logIn(phone, WRONG, ip)).isEqualTo(new LockedUntil(until));
        assertThat(accounts.logIn(phone, PASSWORD, ip)).isEqualTo(new LockedUntil(until));
        domain.clock().advance(LoginGuard.LOCK);
        assertThat(accounts.logIn(phone, PASSWORD, ip)).isInstanceOf(LoggedIn.class);
    }

    @Test
    void an_unknown_log_in_is_answered_exactly_like_a_known_one() {
        var unknown = people.freshPhone();
        for (var i = 0; i < LoginGuard.MOST_FAILURES + 2; i++)
            assertThat(accounts.logIn(unknown, WRONG, ip)).isEqualTo(accounts.logIn(phone, WRONG, ip));
        assertThat(accounts.logIn("nobody.here", WRONG, ip)).isInstanceOf(Refused.class);
    }

    @Test
    void an_unknown_log_in_takes_as_long_as_a_known_one() {
        var known = new long[5];
        var unknown = new long[5];
        for (var i = 0; i < known.length; i++) {
            known[i] = nanos(phone);
            unknown[i] = nanos(people.freshPhone());
        }
        Arrays.sort(known);
        Arrays.sort(unknown);
        var ratio = (double) unknown[unknown.length / 2] / known[known.length / 2];
        // The Argon2 hash is by far the longest part: without it the ratio would be below a tenth.
        assertThat(ratio).isBetween(0.4, 2.5);
    }

    @Test
    void a_success_forgets_the_failures_before() {
        for (var round = 0; round < 2; round++) {
            for (var i = 1; i < LoginGuard.MOST_FAILURES; i++) accounts.logIn(phone, WRONG, ip);
            assertThat(accounts.logIn(phone, PASSWORD, ip)).isInstanceOf(LoggedIn.class);
        }
    }

    @Test
    void a_burst_of_guesses_gets_no_more_than_ten_answers() throws Exception {
        var tries = new ArrayList<Callable<LogInResult>>();
        for (var n = 0; n < 14; n++) tries.add(() -> accounts.logIn(phone, WRONG, ip));
        var refused = 0;
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var result : threads.invokeAll(tries)) refused += result.get() instanceof Refused ? 1 : 0;
        }
        assertThat(refused).isEqualTo(LoginGuard.MOST_FAILURES - 1);
    }

    @Test
    void one_address_cannot_guess_without_end() {
        for (var i = 0; i < 300; i++) accounts.logIn("x".repeat(70), "too long to be looked up", ip);
        assertRefused(ErrorCode.RATE_LIMITED, () -> accounts.logIn(phone, PASSWORD, ip));
    }

    @Test
    void a_new_password_by_code_lifts_the_lock_and_ends_open_sessions() {
        var before = accounts.find(id).orElseThrow().securityVersion();
        for (var i = 0; i < LoginGuard.MOST_FAILURES; i++) accounts.logIn(phone, WRONG, ip);
        accounts.resetPassword(phone, people.requestCode(phone, CodePurpose.RESET), OTHER_PASSWORD, ip);
        assertThat(accounts.logIn(phone, PASSWORD, ip)).isInstanceOf(Refused.class);
        assertThat(accounts.logIn(phone, OTHER_PASSWORD, ip)).isInstanceOf(LoggedIn.class);
        assertThat(accounts.find(id).orElseThrow().securityVersion()).isGreaterThan(before);
    }

    @Test
    void a_phone_without_account_gets_no_reset_code_and_no_other_answer() {
        var unknown = people.freshPhone();
        accounts.requestCode(unknown, CodePurpose.RESET, ip);
        assertThatThrownBy(() -> people.takeSms(unknown)).hasMessage("no text message");
        assertRefused(ErrorCode.CODE_WRONG, () -> accounts.resetPassword(unknown, "000000", OTHER_PASSWORD, ip));
    }

    @Test
    void a_reveal_code_is_confirmed_once_and_only_for_its_owner() {
        var owner = people.actor(id);
        accounts.requestOwnCode(owner, CodePurpose.REVEAL, ip);
        var code = people.takeSms(phone).params().get("code");
        assertThat(accounts.confirmCode(people.customer().requireAccount(), CodePurpose.REVEAL, code))
                .isFalse();
        assertThat(accounts.confirmCode(id, CodePurpose.RESET, code)).isFalse();
        assertThat(accounts.confirmCode(id, CodePurpose.REVEAL, code)).isTrue();
        assertThat(accounts.confirmCode(id, CodePurpose.REVEAL, code)).isFalse();
    }

    @Test
    void a_disabled_person_is_refused_like_one_with_a_wrong_password() {
        var admin = DomainTestContext.person("Adam", Role.ADMIN);
        domain.bean(StaffService.class).disable(admin, id, "asked for by the owner");
        assertThat(accounts.logIn(phone, PASSWORD, ip)).isInstanceOf(Refused.class);
        assertThat(accounts.find(id).orElseThrow().actor().roles()).isEmpty();
        assertThat(domain.bean(StaffService.class).enable(admin, id, "asked for by the owner"))
                .isTrue();
        assertThat(accounts.logIn(phone, PASSWORD, ip))
                .as("disabled and enabled again: the second version since")
                .isEqualTo(new LoggedIn(id, accounts.maskedPhones(Set.of(id)).get(id), Set.of(Role.CUSTOMER), 2));
    }

    private long nanos(String login) {
        var start = System.nanoTime();
        accounts.logIn(login, WRONG, ip);
        return System.nanoTime() - start;
    }
}
