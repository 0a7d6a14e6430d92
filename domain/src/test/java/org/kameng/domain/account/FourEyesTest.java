package org.kameng.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kameng.domain.account.AccountTestData.OTHER_PASSWORD;
import static org.kameng.domain.account.AccountTestData.PASSWORD;
import static org.kameng.domain.account.RegistrationTest.assertRefused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.account.StaffChange.Kind;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.audit.AuditRow;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;

class FourEyesTest {
    private final DomainTestContext domain = DomainTestContext.shared();
    private final AccountService accounts = domain.bean(AccountService.class);
    private final StaffService staff = domain.bean(StaffService.class);
    private final AccountTestData people = new AccountTestData(domain);
    private final Actor adam = people.staff(people.freshLogin(), Role.ADMIN);
    private final Actor alma = people.staff(people.freshLogin(), Role.ADMIN);
    private final String login = people.freshLogin();
    private final String ip = people.freshIp();

    @Test
    void two_administrators_let_a_colleague_in_and_neither_of_them_can_come_in_as_that_colleague() {
        var first = staff.proposeAccount(
                adam, " " + login.toUpperCase(Locale.ROOT) + " ", "Sam", Set.of(Role.SUPPORT_AGENT), "hired");
        assertThat(accounts.findByLogin(Actor.system("test"), login)).isEmpty();
        var change = waiting();
        assertThat(change)
                .returns(Kind.CREATE, StaffChange::kind)
                .returns(Set.of(Role.SUPPORT_AGENT), StaffChange::roles)
                .returns(adam.name(), StaffChange::proposer);
        var second = staff.confirm(alma, change.no()).orElseThrow();
        assertThat(second).isNotEqualTo(first);
        for (var halves : List.of(List.of(first, first), List.of(second, second), List.of(first, ""), List.of("", "")))
            assertRefused(
                    ErrorCode.CODE_WRONG,
                    () -> staff.activate(login, halves.getFirst(), halves.getLast(), PASSWORD, ip));
        for (var guess : List.of(first, second, first + second, "Kameng-demo-1"))
            assertThat(accounts.logIn(login, guess, ip)).isInstanceOf(LogInResult.Refused.class);
        staff.activate(login, " " + first.toLowerCase(Locale.ROOT), second, PASSWORD, ip);
        assertThat(accounts.logIn(login, PASSWORD, ip)).isInstanceOfSatisfying(LogInResult.LoggedIn.class, in -> {
            assertThat(in.account()).isEqualTo(change.account());
            assertThat(in.roles()).containsExactly(Role.SUPPORT_AGENT);
        });
        assertRefused(ErrorCode.CODE_WRONG, () -> staff.activate(login, first, second, OTHER_PASSWORD, ip));
        assertThat(acts(change.account()))
                .containsSubsequence(
                        "account.activated",
                        "account.code-refused",
                        "account.staff-created",
                        "account.change-proposed");
        assertThat(act(change.account(), "account.staff-created"))
                .returns(alma.name(), AuditRow::actorName)
                .satisfies(row -> assertThat(row.facts()).containsEntry("proposedBy", adam.name()));
    }

    @Test
    void nobody_confirms_the_own_proposal_nor_what_concerns_oneself() {
        staff.proposeAccount(adam, login, "Puppet", Set.of(Role.FINANCE), "second account");
        var own = waiting();
        assertRefused(ErrorCode.FOUR_EYES, () -> staff.confirm(adam, own.no()));
        assertThat(accounts.findByLogin(Actor.system("test"), login)).isEmpty();
        assertThat(acts(own.account())).contains("access.refused");
        staff.withdraw(adam, own.no());
        assertRefused(ErrorCode.CONFLICT, () -> staff.confirm(alma, own.no()));
        assertThat(staff.changeRoles(
                        adam,
                        alma.requireAccount(),
                        people.version(alma.requireAccount()),
                        Set.of(Role.ADMIN, Role.FINANCE),
                        "wanted"))
                .isFalse();
        var aboutAlma = waitingFor(alma.requireAccount());
        assertRefused(ErrorCode.FOUR_EYES, () -> staff.confirm(alma, aboutAlma.no()));
        assertThat(accounts.find(alma.requireAccount()).orElseThrow().roles()).containsExactly(Role.ADMIN);
        var third = people.staff(people.freshLogin(), Role.ADMIN);
        assertThat(staff.confirm(third, aboutAlma.no())).isEmpty();
        assertThat(accounts.find(alma.requireAccount()).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.ADMIN, Role.FINANCE);
    }

    @Test
    void the_database_itself_knows_that_two_are_two() {
        staff.proposeAccount(adam, login, "Sam", Set.of(Role.FINANCE), "hired");
        assertThatThrownBy(
                        () -> domain.sql().sql("""
                        update staff_change set state = 'CONFIRMED', decided_by = proposed_by, decided_at = proposed_at where no = :no""").param("no", waiting().no()).update())
                .hasMessageContaining("staff_change");
    }

    @Test
    void what_a_dismissed_administrator_proposed_is_confirmed_by_nobody() {
        staff.proposeAccount(adam, login, "Puppet", Set.of(Role.FINANCE), "second account");
        var no = waiting().no();
        staff.disable(alma, adam.requireAccount(), "left the house");
        assertRefused(ErrorCode.CONFLICT, () -> staff.confirm(alma, no));
    }

    @Test
    void added_roles_enabling_and_a_new_code_wait_for_the_second_person() {
        var sam = people.staff(login, Role.SUPPORT_AGENT).requireAccount();
        assertThat(staff.changeRoles(
                        adam, sam, people.version(sam), Set.of(Role.SUPPORT_AGENT, Role.ARBITRATOR), "more work"))
                .isFalse();
        assertThat(accounts.find(sam).orElseThrow().roles()).containsExactly(Role.SUPPORT_AGENT);
        assertRefused(ErrorCode.CHANGE_WAITS, () -> staff.proposeCode(alma, sam, "lost"));
        staff.confirm(alma, waiting().no());
        assertThat(accounts.find(sam).orElseThrow().roles()).hasSize(2);

        staff.disable(adam, sam, "away");
        assertThat(accounts.logIn(login, PASSWORD, ip)).isInstanceOf(LogInResult.Refused.class);
        assertThat(staff.enable(adam, sam, "back")).isFalse();
        assertThat(accounts.find(sam).orElseThrow().disabled()).isTrue();
        staff.confirm(alma, waiting().no());
        assertThat(accounts.logIn(login, PASSWORD, ip)).isInstanceOf(LogInResult.LoggedIn.class);
        assertRefused(ErrorCode.CONFLICT, () -> staff.enable(adam, sam, "again"));

        var first = staff.proposeCode(adam, sam, "lost");
        assertThat(accounts.logIn(login, PASSWORD, ip)).isInstanceOf(LogInResult.LoggedIn.class);
        var second = staff.confirm(alma, waiting().no()).orElseThrow();
        assertThat(accounts.logIn(login, PASSWORD, ip)).isInstanceOf(LogInResult.Refused.class);
        staff.activate(login, first, second, OTHER_PASSWORD, ip);
        assertThat(accounts.logIn(login, OTHER_PASSWORD, ip)).isInstanceOf(LogInResult.LoggedIn.class);
    }

    @Test
    void of_many_who_confirm_at_once_one_does() throws Exception {
        staff.proposeAccount(adam, login, "Sam", Set.of(Role.FINANCE), "hired");
        var no = waiting().no();
        var confirmations = new ArrayList<Callable<Optional<String>>>();
        for (var i = 0; i < 8; i++) confirmations.add(() -> staff.confirm(alma, no));
        try (var pool = Executors.newFixedThreadPool(8)) {
            assertThat(pool.invokeAll(confirmations))
                    .filteredOn(done -> done.state() == Future.State.SUCCESS)
                    .hasSize(1);
        }
    }

    @Test
    void a_code_lasts_a_week_and_ten_tries() {
        var first = staff.proposeAccount(adam, login, "Sam", Set.of(Role.FINANCE), "hired");
        var second = staff.confirm(alma, waiting().no()).orElseThrow();
        domain.clock().advance(Duration.ofDays(7));
        assertRefused(ErrorCode.CODE_WRONG, () -> staff.activate(login, first, second, PASSWORD, ip));
        for (var tries = 1; tries < 10; tries++)
            assertRefused(ErrorCode.CODE_WRONG, () -> staff.activate(login, "x", "y", PASSWORD, ip));
        assertRefused(ErrorCode.RATE_LIMITED, () -> staff.activate(login, first, second, PASSWORD, ip));
        assertRefused(ErrorCode.CODE_WRONG, () -> staff.activate(people.freshLogin(), first, second, PASSWORD, ip));
    }

    @Test
    void the_owner_of_the_machine_names_the_first_administrators(@TempDir Path home) throws Exception {
        var other = people.freshLogin();
        var file = home.resolve("first-admins");
        Files.writeString(file, login + "=FIRST-CODE-OF-20-CHARS\n" + other + "=OTHER-CODE-OF-20-CHARS\n");
        var first = domain.bean(FirstAdministrators.class);
        first.letIn(file);
        first.letIn(file);
        assertRefused(ErrorCode.CODE_WRONG, () -> staff.activate(login, "OTHER-CODE-OF-20-CHARS", "", PASSWORD, ip));
        staff.activate(login, "FIRST-CODE-OF-20-CHARS", "", PASSWORD, ip);
        assertThat(accounts.logIn(login, PASSWORD, ip))
                .isInstanceOfSatisfying(
                        LogInResult.LoggedIn.class, in -> assertThat(in.roles()).containsExactly(Role.ADMIN));
        first.letIn(file);
        assertThat(accounts.logIn(login, PASSWORD, ip)).isInstanceOf(LogInResult.LoggedIn.class);
        Files.writeString(file, people.freshLogin() + "=short\n");
        assertThatThrownBy(() -> first.letIn(file)).hasMessageContaining("20 characters");
    }

    private StaffChange waiting() {
        return all().stream()
                .filter(change -> change.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    private StaffChange waitingFor(AccountId account) {
        return all().stream()
                .filter(change -> change.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private List<StaffChange> all() {
        return staff.waiting(adam, new PageRequest(0, 200)).rows();
    }

    private List<String> acts(AccountId account) {
        return audit(account).stream().map(AuditRow::what).toList();
    }

    private AuditRow act(AccountId account, String what) {
        return audit(account).stream()
                .filter(row -> row.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private List<AuditRow> audit(AccountId account) {
        return domain.bean(AuditQuery.class)
                .of(adam, "account", account.toString(), PageRequest.first(50))
                .rows();
    }
}
