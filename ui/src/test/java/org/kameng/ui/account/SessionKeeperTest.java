package org.kameng.ui.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.AccountView;
import org.kameng.domain.account.LogInResult;
import org.kameng.domain.account.SessionRules;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Role;
import org.kameng.ui.doubles.Partial;
import org.kameng.ui.doubles.People;
import org.kameng.ui.shared.Person;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

class SessionKeeperTest {
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final MockHttpSession session = new MockHttpSession();
    private final Accounts people = new Accounts();
    private SessionKeeper keeper;

    /** One account whose version and state the test turns. */
    public static class Accounts {
        long version = 1;
        boolean disabled;

        public Optional<AccountView> find(AccountId id) {
            return Optional.of(new AccountView(id, "x", "x", Set.of(Role.CUSTOMER), disabled, version, Instant.EPOCH));
        }
    }

    @BeforeEach
    void start() {
        var clock = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        keeper = new SessionKeeper(Partial.of(AccountService.class, people), SessionRules.STANDARD, clock);
    }

    @Test
    void a_customer_may_rest_for_half_an_hour_and_staff_for_a_quarter() {
        logIn(Role.CUSTOMER);
        assertThat(session.getMaxInactiveInterval()).isEqualTo(30 * 60);
        logIn(Role.FINANCE);
        assertThat(session.getMaxInactiveInterval()).isEqualTo(15 * 60);
    }

    @Test
    void a_page_left_open_ends_although_it_gives_signs_of_life() throws Exception {
        logIn(Role.FINANCE);
        for (var minute = 5; minute < 15; minute += 5) {
            now = now.plus(Duration.ofMinutes(5));
            request("heartbeat");
            request("push");
        }
        assertThat(session.isInvalid()).isFalse();
        now = now.plus(Duration.ofMinutes(5));
        request("heartbeat");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void every_act_of_a_person_begins_the_quarter_of_an_hour_anew() throws Exception {
        logIn(Role.FINANCE);
        for (var act = 0; act < 10; act++) {
            now = now.plus(Duration.ofMinutes(14));
            request("uidl");
        }
        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void a_list_that_follows_by_itself_keeps_nobody_in() throws Exception {
        logIn(Role.FINANCE);
        now = now.plus(Duration.ofMinutes(10));
        assertThat(say("{'type':'event','event':'click'}"))
                .as("the page gets it whole")
                .contains("click");
        for (var minute = 0; minute < 14; minute += 2) {
            now = now.plus(Duration.ofMinutes(2));
            say("{'type':'publishedEventHandler','templateEventMethodName':'confirmUpdate'}");
            say("{'type':'channel','channel':3}");
        }
        assertThat(session.isInvalid()).isFalse();
        now = now.plus(Duration.ofMinutes(1));
        say("{'type':'publishedEventHandler','templateEventMethodName':'setViewportRange'}");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void whoever_chooses_a_row_of_a_list_is_there() throws Exception {
        logIn(Role.FINANCE);
        for (var act = 0; act < 3; act++) {
            now = now.plus(Duration.ofMinutes(14));
            say("{'type':'publishedEventHandler','templateEventMethodName':'select'}");
        }
        assertThat(session.isInvalid()).isFalse();
    }

    private String say(String call) throws Exception {
        var request = new MockHttpServletRequest("POST", "/");
        request.setParameter("v-r", "uidl");
        request.setContent(("{'rpc':[" + call + "]}").replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        request.setSession(session);
        var chain = new MockFilterChain();
        keeper.doFilter(request, new MockHttpServletResponse(), chain);
        return new BufferedReader(chain.getRequest().getReader()).readLine();
    }

    @Test
    void after_eight_hours_a_session_ends_however_busy_it_was() throws Exception {
        logIn(Role.CUSTOMER);
        for (int quarter = 1; quarter < 32; quarter++) {
            now = now.plus(Duration.ofMinutes(15));
            request();
        }
        assertThat(session.isInvalid()).isFalse();
        now = now.plus(Duration.ofMinutes(15));
        request();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void a_new_password_or_role_ends_sessions_that_began_before() throws Exception {
        logIn(Role.CUSTOMER);
        people.version++;
        request();
        assertThat(session.isInvalid())
                .as("the account is not looked up with every request")
                .isFalse();
        now = now.plusSeconds(30);
        request();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void roles_changed_while_the_password_was_checked_end_the_session_that_began_with_the_old_ones() throws Exception {
        var checked = new Person(People.CUSTOMER, "x", Set.of(Role.CUSTOMER), people.version);
        people.version++;
        logIn(checked);
        now = now.plusSeconds(30);
        request();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void another_person_gets_a_session_of_the_own_and_the_pages_of_the_first_are_over() {
        logIn(Role.ADMIN);
        var request = logIn(new Person(People.STAFF, "y", Set.of(Role.GUEST), 1));
        assertThat(session.isInvalid()).isTrue();
        var stamp = (SessionStamp) request.getSession(false).getAttribute(SessionStamp.ATTRIBUTE);
        assertThat(stamp.account()).isEqualTo(People.STAFF.value());
    }

    @Test
    void the_same_person_goes_on_in_the_session_unless_the_account_was_changed_meanwhile() {
        logIn(Role.CUSTOMER);
        logIn(Role.CUSTOMER);
        assertThat(session.isInvalid()).isFalse();
        people.version++;
        logIn(Role.CUSTOMER);
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void the_version_of_the_checked_account_goes_into_the_principal() {
        var asked = UsernamePasswordAuthenticationToken.unauthenticated("13800000001", "right");
        var by = new AccountAuthentication(Partial.of(AccountService.class, new SeventhVersion())).authenticate(asked);
        assertThat(by.getPrincipal()).isEqualTo(new Person(People.CUSTOMER, "x", Set.of(Role.CUSTOMER), 7));
    }

    /** Lets everyone in under the seventh version of the account. */
    public static class SeventhVersion {
        public LogInResult logIn(String login, String password, String ip) {
            return new LogInResult.LoggedIn(People.CUSTOMER, "x", Set.of(Role.CUSTOMER), 7);
        }
    }

    @Test
    void a_disabled_account_is_out_within_half_a_minute() throws Exception {
        logIn(Role.CUSTOMER);
        people.disabled = true;
        now = now.plusSeconds(30);
        request();
        assertThat(session.isInvalid()).isTrue();
    }

    private void logIn(Role role) {
        logIn(new Person(People.CUSTOMER, "x", Set.of(role), people.version));
    }

    private MockHttpServletRequest logIn(Person person) {
        var request = new MockHttpServletRequest();
        request.setSession(session);
        keeper.onAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(person, null, java.util.List.of()),
                request,
                new MockHttpServletResponse());
        return request;
    }

    private void request() throws Exception {
        request(null);
    }

    private void request(@Nullable String kind) throws Exception {
        var request = new MockHttpServletRequest("GET", "/orders");
        if (kind != null) request.setParameter("v-r", kind);
        request.setSession(session);
        keeper.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }
}
