package org.kameng.domain.demo;

import java.util.Set;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.AccountView;
import org.kameng.domain.account.StaffService;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;
import org.springframework.stereotype.Service;

/** Finds a buyer by the phone or makes one; a distributor who was left a customer becomes one now. */
@Service
class FictionalBuyers implements DemoBuyers {
    private static final Actor SYSTEM = Actor.system("demo");

    private final AccountService accounts;
    private final StaffService staff;

    FictionalBuyers(AccountService accounts, StaffService staff) {
        this.accounts = accounts;
        this.staff = staff;
    }

    @Override
    public Actor consumer(int number) {
        return view(account(DemoPeople.consumerPhone(number))).actor();
    }

    @Override
    public Actor distributor(int number) {
        var id = account(DemoPeople.distributorPhone(number));
        var seen = view(id);
        if (!seen.roles().contains(Role.DISTRIBUTOR))
            staff.changeRoles(
                    admin(), id, seen.securityVersion(), Set.of(Role.CUSTOMER, Role.DISTRIBUTOR), "demonstration");
        return view(id).actor();
    }

    private AccountId account(String phone) {
        return accounts.findByLogin(SYSTEM, phone)
                .orElseGet(() -> accounts.createCustomer(SYSTEM, phone, DemoPeople.PASSWORD));
    }

    private Actor admin() {
        return view(accounts.findByLogin(SYSTEM, DemoPeople.ADMIN).orElseThrow())
                .actor();
    }

    private AccountView view(AccountId id) {
        return accounts.find(id).orElseThrow();
    }
}
