package org.kameng.domain.account;

import java.util.Optional;
import java.util.Set;
import org.kameng.domain.audit.Refusals;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.shared.Transactions;
import org.springframework.stereotype.Service;

/** Checks who asks, and hands on. */
@Service
class StaffDesk implements StaffService {
    private final StaffProposing proposing;
    private final StaffCourse course;
    private final StaffDoor door;
    private final StaffChanges changes;
    private final Accounts accounts;
    private final Refusals refusals;

    StaffDesk(
            StaffProposing proposing,
            StaffCourse course,
            StaffDoor door,
            StaffChanges changes,
            Accounts accounts,
            Refusals refusals) {
        this.proposing = proposing;
        this.course = course;
        this.door = door;
        this.changes = changes;
        this.accounts = accounts;
        this.refusals = refusals;
    }

    @Override
    public String proposeAccount(Actor admin, String login, String displayName, Set<Role> roles, String reason) {
        admin.require(Role.ADMIN);
        return proposing.account(admin, login, displayName, roles, reason);
    }

    @Override
    public String proposeCode(Actor admin, AccountId id, String reason) {
        requireAdminForOther(admin, id);
        return proposing.code(admin, id, reason);
    }

    @Override
    public boolean changeRoles(Actor admin, AccountId id, long seen, Set<Role> roles, String reason) {
        requireAdminForOther(admin, id);
        return proposing.roles(admin, id, seen, roles, reason);
    }

    @Override
    public void disable(Actor admin, AccountId id, String reason) {
        requireAdminForOther(admin, id);
        course.disable(admin, id, StaffRules.reason(reason));
    }

    @Override
    public boolean enable(Actor admin, AccountId id, String reason) {
        requireAdminForOther(admin, id);
        return proposing.enabling(admin, id, reason);
    }

    @Override
    public Optional<String> confirm(Actor admin, long no) {
        admin.require(Role.ADMIN);
        Transactions.requireNone("StaffService.confirm");
        var change = changes.find(no).orElseThrow(() -> new DomainException(ErrorCode.CONFLICT));
        if (admin.is(change.proposedBy()) || admin.is(change.account()))
            throw refusals.refuse(
                    admin,
                    ErrorCode.FOUR_EYES,
                    "account.confirm",
                    "account",
                    change.account().toString());
        return course.confirm(admin, no);
    }

    @Override
    public void withdraw(Actor admin, long no) {
        admin.require(Role.ADMIN);
        course.withdraw(admin, no);
    }

    @Override
    public Slice<StaffChange> waiting(Actor viewer, PageRequest page) {
        viewer.require(Role.ADMIN, Role.AUDITOR);
        return Slice.of(changes.open(page), page);
    }

    @Override
    public Slice<AccountView> list(Actor viewer, PageRequest page) {
        viewer.require(Role.ADMIN, Role.AUDITOR);
        var found = accounts.findStaff(page.offset(), page.limitPlusOne());
        return Slice.of(found.stream().map(Account::view).toList(), page);
    }

    @Override
    public void activate(String login, String firstHalf, String secondHalf, String password, String ip) {
        Transactions.requireNone("StaffService.activate");
        door.activate(login, firstHalf, secondHalf, password, ip);
    }

    private static void requireAdminForOther(Actor admin, AccountId id) {
        admin.require(Role.ADMIN);
        if (admin.is(id)) throw new DomainException(ErrorCode.NOT_ON_YOURSELF);
    }
}
