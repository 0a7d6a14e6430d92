package org.kameng.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kameng.domain.account.AccountTestData.PASSWORD;
import static org.kameng.domain.account.RegistrationTest.assertRefused;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;

class StaffTest {
    private final DomainTestContext domain = DomainTestContext.shared();
    private final AccountService accounts = domain.bean(AccountService.class);
    private final AccountTestData people = new AccountTestData(domain);
    private final Actor admin = DomainTestContext.person("Adam", Role.ADMIN);
    private final String login = people.freshLogin();

    @Test
    void an_administrator_lets_a_colleague_in() {
        var id = accounts.createStaff(
                admin, " " + login.toUpperCase(Locale.ROOT) + " ", "Sam", Set.of(Role.SUPPORT_AGENT), PASSWORD);
        assertThat(accounts.logIn(login, PASSWORD, people.freshIp()))
                .isEqualTo(new LogInResult.LoggedIn(id, "Sam", Set.of(Role.SUPPORT_AGENT), 0));
        assertThat(accounts.maskedPhone(id)).isEmpty();
    }

    @Test
    void only_administrators_and_the_system_keep_accounts() {
        for (var role : Role.values()) {
            if (role == Role.ADMIN) continue;
            var other = DomainTestContext.person("X", role);
            assertRefused(
                    ErrorCode.ACCESS_DENIED,
                    () -> accounts.createStaff(other, login, "S", Set.of(Role.FINANCE), PASSWORD));
            var target = admin.requireAccount();
            assertRefused(
                    ErrorCode.ACCESS_DENIED, () -> accounts.changeRoles(other, target, Set.of(Role.ADMIN), "why"));
            assertRefused(ErrorCode.ACCESS_DENIED, () -> accounts.disable(other, target, "why"));
            assertRefused(ErrorCode.ACCESS_DENIED, () -> accounts.enable(other, target, "why"));
            assertRefused(ErrorCode.ACCESS_DENIED, () -> accounts.createCustomer(other, people.freshPhone(), PASSWORD));
            assertRefused(ErrorCode.ACCESS_DENIED, () -> accounts.findByLogin(other, login));
            if (role != Role.AUDITOR)
                assertRefused(ErrorCode.ACCESS_DENIED, () -> accounts.staff(other, PageRequest.first(1)));
        }
        assertThat(accounts.createStaff(Actor.system("first-start"), login, "S", Set.of(Role.ADMIN), PASSWORD))
                .isNotNull();
    }

    @Test
    void what_does_not_fit_is_refused_by_name() {
        accounts.createStaff(admin, login, "Sam", Set.of(Role.FINANCE), PASSWORD);
        assertRefused(
                ErrorCode.LOGIN_TAKEN, () -> accounts.createStaff(admin, login, "S", Set.of(Role.FINANCE), PASSWORD));
        for (var wrong : new String[] {"", "ab", "-sam", "sam olga", "13900000001", "a".repeat(41)})
            assertRefused(
                    ErrorCode.LOGIN_INVALID,
                    () -> accounts.createStaff(admin, wrong, "S", Set.of(Role.FINANCE), PASSWORD));
        var free = people.freshLogin();
        assertRefused(ErrorCode.ROLES_INVALID, () -> accounts.createStaff(admin, free, "S", Set.of(), PASSWORD));
        assertRefused(
                ErrorCode.ROLES_INVALID, () -> accounts.createStaff(admin, free, "S", Set.of(Role.CUSTOMER), PASSWORD));
        assertRefused(
                ErrorCode.INVALID_INPUT, () -> accounts.createStaff(admin, free, " ", Set.of(Role.FINANCE), PASSWORD));
        assertRefused(
                ErrorCode.PASSWORD_TOO_COMMON,
                () -> accounts.createStaff(admin, free, "S", Set.of(Role.FINANCE), free + "2026"));
    }

    @Test
    void a_change_of_roles_ends_sessions_and_leaves_before_after_and_reason() {
        var id = accounts.createStaff(admin, login, "Sam", Set.of(Role.SUPPORT_AGENT), PASSWORD);
        var before = accounts.find(id).orElseThrow();
        accounts.changeRoles(admin, id, Set.of(Role.ARBITRATOR), "moves to arbitration");
        var after = accounts.find(id).orElseThrow();
        assertThat(after.roles()).containsExactly(Role.ARBITRATOR);
        assertThat(after.securityVersion()).isGreaterThan(before.securityVersion());
        var row = domain.bean(AuditQuery.class)
                .of(admin, "account", id.toString(), PageRequest.first(1))
                .rows()
                .getFirst();
        assertThat(row.what()).isEqualTo("account.roles-changed");
        assertThat(row.facts())
                .containsEntry("rolesBefore", List.of("SUPPORT_AGENT"))
                .containsEntry("roles", List.of("ARBITRATOR"))
                .containsEntry("reason", "moves to arbitration");
        assertRefused(ErrorCode.ROLES_INVALID, () -> accounts.changeRoles(admin, id, Set.of(Role.CUSTOMER), "why"));
        assertRefused(ErrorCode.INVALID_INPUT, () -> accounts.changeRoles(admin, id, Set.of(Role.FINANCE), " "));
    }

    @Test
    void nobody_locks_the_last_door_behind_themselves() {
        var id = accounts.createStaff(admin, login, "Adam II", Set.of(Role.ADMIN), PASSWORD);
        var self = people.actor(id);
        assertRefused(ErrorCode.NOT_ON_YOURSELF, () -> accounts.disable(self, id, "why"));
        assertRefused(ErrorCode.NOT_ON_YOURSELF, () -> accounts.changeRoles(self, id, Set.of(Role.FINANCE), "why"));
    }

    @Test
    void an_administrator_takes_no_roles_for_himself() {
        var id = accounts.createStaff(admin, login, "Adam II", Set.of(Role.ADMIN), PASSWORD);
        var self = people.actor(id);
        for (var role : Role.staff())
            assertRefused(
                    ErrorCode.NOT_ON_YOURSELF,
                    () -> accounts.changeRoles(self, id, EnumSet.of(Role.ADMIN, role), "why"));
        assertThat(accounts.find(id).orElseThrow().roles()).containsExactly(Role.ADMIN);
    }

    @Test
    void who_decides_on_cases_does_not_pay() {
        var id = accounts.createStaff(admin, login, "Sam", Set.of(Role.SUPPORT_AGENT, Role.ARBITRATOR), PASSWORD);
        for (var deciding : Set.of(Role.SUPPORT_AGENT, Role.ARBITRATOR)) {
            var mixed = Set.of(Role.FINANCE, deciding);
            var free = people.freshLogin();
            assertRefused(ErrorCode.ROLES_APART, () -> accounts.createStaff(admin, free, "S", mixed, PASSWORD));
            assertRefused(ErrorCode.ROLES_APART, () -> accounts.changeRoles(admin, id, mixed, "why"));
        }
        accounts.changeRoles(admin, id, Set.of(Role.FINANCE), "moves to finance");
        assertThat(accounts.find(id).orElseThrow().roles()).containsExactly(Role.FINANCE);
    }

    @Test
    void the_list_shows_staff_only_in_order_page_by_page() {
        for (var i = 0; i < 3; i++)
            accounts.createStaff(admin, people.freshLogin(), "S", Set.of(Role.FINANCE, Role.AUDITOR), PASSWORD);
        people.customer();
        var seen = new ArrayList<String>();
        var more = true;
        while (more) {
            var page = accounts.staff(admin, new PageRequest(seen.size(), 2));
            page.rows().forEach(row -> seen.add(row.login()));
            more = page.more();
        }
        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
        assertThat(seen).noneMatch(shown -> shown.contains("*"));
    }
}
