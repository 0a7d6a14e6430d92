package org.kameng.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kameng.domain.account.AccountTestData.PASSWORD;
import static org.kameng.domain.account.RegistrationTest.assertRefused;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;

class StaffTest {
    private static final Actor SYSTEM = Actor.system("test");

    private final DomainTestContext domain = DomainTestContext.shared();
    private final AccountService accounts = domain.bean(AccountService.class);
    private final StaffService staff = domain.bean(StaffService.class);
    private final AccountTestData people = new AccountTestData(domain);
    private final Actor admin = DomainTestContext.person("Adam", Role.ADMIN);
    private final String login = people.freshLogin();

    @Test
    void only_administrators_keep_accounts_and_only_the_system_makes_one_alone() {
        for (var role : Role.values()) {
            if (role == Role.ADMIN) continue;
            var other = DomainTestContext.person("X", role);
            var target = admin.requireAccount();
            assertRefused(
                    ErrorCode.ACCESS_DENIED,
                    () -> accounts.createStaff(other, login, "S", Set.of(Role.FINANCE), PASSWORD));
            assertRefused(
                    ErrorCode.ACCESS_DENIED,
                    () -> staff.proposeAccount(other, login, "S", Set.of(Role.FINANCE), "why"));
            assertRefused(ErrorCode.ACCESS_DENIED, () -> staff.proposeCode(other, target, "why"));
            assertRefused(
                    ErrorCode.ACCESS_DENIED, () -> staff.changeRoles(other, target, 0, Set.of(Role.ADMIN), "why"));
            assertRefused(ErrorCode.ACCESS_DENIED, () -> staff.disable(other, target, "why"));
            assertRefused(ErrorCode.ACCESS_DENIED, () -> staff.enable(other, target, "why"));
            assertRefused(ErrorCode.ACCESS_DENIED, () -> staff.confirm(other, 1));
            assertRefused(ErrorCode.ACCESS_DENIED, () -> staff.withdraw(other, 1));
            assertRefused(ErrorCode.ACCESS_DENIED, () -> accounts.createCustomer(other, people.freshPhone(), PASSWORD));
            assertRefused(ErrorCode.ACCESS_DENIED, () -> accounts.findByLogin(other, login));
            if (role == Role.AUDITOR) continue;
            assertRefused(ErrorCode.ACCESS_DENIED, () -> staff.list(other, PageRequest.first(1)));
            assertRefused(ErrorCode.ACCESS_DENIED, () -> staff.waiting(other, PageRequest.first(1)));
        }
        assertRefused(
                ErrorCode.ACCESS_DENIED, () -> accounts.createStaff(admin, login, "S", Set.of(Role.ADMIN), PASSWORD));
    }

    @Test
    void what_does_not_fit_is_refused_by_name() {
        people.staff(login, Role.FINANCE);
        var free = people.freshLogin();
        assertRefused(
                ErrorCode.LOGIN_TAKEN, () -> staff.proposeAccount(admin, login, "S", Set.of(Role.FINANCE), "why"));
        assertRefused(
                ErrorCode.LOGIN_TAKEN, () -> accounts.createStaff(SYSTEM, login, "S", Set.of(Role.FINANCE), PASSWORD));
        for (var wrong : new String[] {"", "ab", "-sam", "sam olga", "13900000001", "a".repeat(41)})
            assertRefused(
                    ErrorCode.LOGIN_INVALID,
                    () -> staff.proposeAccount(admin, wrong, "S", Set.of(Role.FINANCE), "why"));
        assertRefused(ErrorCode.ROLES_INVALID, () -> staff.proposeAccount(admin, free, "S", Set.of(), "why"));
        assertRefused(
                ErrorCode.ROLES_INVALID, () -> staff.proposeAccount(admin, free, "S", Set.of(Role.CUSTOMER), "why"));
        assertRefused(
                ErrorCode.INVALID_INPUT, () -> staff.proposeAccount(admin, free, " ", Set.of(Role.FINANCE), "why"));
        assertRefused(
                ErrorCode.REASON_REQUIRED, () -> staff.proposeAccount(admin, free, "S", Set.of(Role.FINANCE), " "));
        assertRefused(
                ErrorCode.PASSWORD_TOO_COMMON,
                () -> accounts.createStaff(SYSTEM, free, "S", Set.of(Role.FINANCE), free + "2026"));
    }

    @Test
    void taking_roles_away_needs_one_ends_sessions_and_leaves_before_after_and_reason() {
        var id = people.staff(login, Role.SUPPORT_AGENT, Role.ARBITRATOR).requireAccount();
        var before = accounts.find(id).orElseThrow();
        assertThat(staff.changeRoles(admin, id, people.version(id), Set.of(Role.ARBITRATOR), "moves to arbitration"))
                .isTrue();
        var after = accounts.find(id).orElseThrow();
        assertThat(after.roles()).containsExactly(Role.ARBITRATOR);
        assertThat(after.securityVersion()).isGreaterThan(before.securityVersion());
        var row = domain.bean(AuditQuery.class)
                .of(admin, "account", id.toString(), PageRequest.first(1))
                .rows()
                .getFirst();
        assertThat(row.what()).isEqualTo("account.roles-changed");
        assertThat(row.facts())
                .containsEntry("rolesBefore", List.of("SUPPORT_AGENT", "ARBITRATOR"))
                .containsEntry("roles", List.of("ARBITRATOR"))
                .containsEntry("reason", "moves to arbitration");
        assertRefused(
                ErrorCode.ROLES_INVALID,
                () -> staff.changeRoles(admin, id, people.version(id), Set.of(Role.CUSTOMER), "why"));
        assertRefused(
                ErrorCode.REASON_REQUIRED,
                () -> staff.changeRoles(admin, id, people.version(id), Set.of(Role.FINANCE), " "));
    }

    @Test
    void roles_chosen_on_an_old_page_undo_nobody_s_work() {
        var id = people.staff(login, Role.SUPPORT_AGENT, Role.ARBITRATOR).requireAccount();
        var seen = people.version(id);
        staff.changeRoles(admin, id, seen, Set.of(Role.ARBITRATOR), "moves to arbitration");
        assertRefused(
                ErrorCode.CONFLICT, () -> staff.changeRoles(admin, id, seen, Set.of(Role.SUPPORT_AGENT), "moves back"));
        assertThat(accounts.find(id).orElseThrow().roles()).containsExactly(Role.ARBITRATOR);
    }

    @Test
    void nobody_changes_the_own_account() {
        var self = people.staff(login, Role.ADMIN);
        var id = self.requireAccount();
        assertRefused(ErrorCode.NOT_ON_YOURSELF, () -> staff.disable(self, id, "why"));
        assertRefused(ErrorCode.NOT_ON_YOURSELF, () -> staff.enable(self, id, "why"));
        assertRefused(ErrorCode.NOT_ON_YOURSELF, () -> staff.proposeCode(self, id, "why"));
        for (var role : Role.staff())
            assertRefused(
                    ErrorCode.NOT_ON_YOURSELF,
                    () -> staff.changeRoles(self, id, people.version(id), EnumSet.of(Role.ADMIN, role), "why"));
        assertThat(accounts.find(id).orElseThrow().roles()).containsExactly(Role.ADMIN);
    }

    @Test
    void who_decides_on_cases_does_not_pay() {
        var id = people.staff(login, Role.SUPPORT_AGENT, Role.ARBITRATOR).requireAccount();
        for (var deciding : Set.of(Role.SUPPORT_AGENT, Role.ARBITRATOR)) {
            var mixed = Set.of(Role.FINANCE, deciding);
            var free = people.freshLogin();
            assertRefused(ErrorCode.ROLES_APART, () -> staff.proposeAccount(admin, free, "S", mixed, "why"));
            assertRefused(ErrorCode.ROLES_APART, () -> staff.changeRoles(admin, id, people.version(id), mixed, "why"));
        }
    }

    @Test
    void the_list_shows_staff_only_in_order_page_by_page() {
        for (var i = 0; i < 3; i++) people.staff(people.freshLogin(), Role.FINANCE, Role.AUDITOR);
        people.customer();
        var seen = new ArrayList<String>();
        var more = true;
        while (more) {
            var page = staff.list(admin, new PageRequest(seen.size(), 2));
            page.rows().forEach(row -> seen.add(row.login()));
            more = page.more();
        }
        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
        assertThat(seen).noneMatch(shown -> shown.contains("*"));
    }
}
