package org.kameng.domain.account;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.Transactions;
import org.springframework.stereotype.Service;

@Service
class AccountDesk implements AccountService {
    private final CodeDesk codes;
    private final CustomerDesk customers;
    private final StaffMaking staff;
    private final LogIns logIns;
    private final PhoneSearch search;
    private final People people;
    private final Accounts accounts;

    AccountDesk(
            CodeDesk codes,
            CustomerDesk customers,
            StaffMaking staff,
            LogIns logIns,
            PhoneSearch search,
            People people,
            Accounts accounts) {
        this.codes = codes;
        this.customers = customers;
        this.staff = staff;
        this.logIns = logIns;
        this.search = search;
        this.people = people;
        this.accounts = accounts;
    }

    @Override
    public void requestCode(String phone, CodePurpose purpose, String ip) {
        requireNoTransaction();
        codes.request(Phone.parse(phone), purpose, ip);
    }

    @Override
    public void requestOwnCode(Actor person, CodePurpose purpose, String ip) {
        requireNoTransaction();
        var phone = people.phoneOf(people.require(person.requireAccount()))
                .orElseThrow(() -> new DomainException(ErrorCode.PHONE_INVALID));
        codes.request(phone, purpose, ip);
    }

    @Override
    public AccountId register(String phone, String code, String password, String consentVersion, String ip) {
        requireNoTransaction();
        return customers.register(phone, code, password, consentVersion, ip);
    }

    @Override
    public void resetPassword(String phone, String code, String newPassword, String ip) {
        requireNoTransaction();
        customers.resetPassword(phone, code, newPassword, ip);
    }

    @Override
    public LogInResult logIn(String login, String password, String ip) {
        requireNoTransaction();
        return logIns.logIn(login, password, ip);
    }

    @Override
    public AccountId createStaff(Actor system, String login, String displayName, Set<Role> roles, String password) {
        requireNoTransaction();
        return staff.withPassword(system, login, displayName, roles, password);
    }

    @Override
    public AccountId createCustomer(Actor system, String phone, String password) {
        requireNoTransaction();
        requireSystem(system);
        return customers.create(system, Phone.parse(phone), password);
    }

    @Override
    public Optional<AccountId> findByLogin(Actor system, String login) {
        requireSystem(system);
        return people.byLogin(login).map(Account::id);
    }

    @Override
    public Optional<AccountView> find(AccountId id) {
        return accounts.findById(id).map(Account::view);
    }

    @Override
    public Set<AccountId> findByPhone(Actor staff, String phone) {
        requireNoTransaction();
        return search.byPhone(staff, phone);
    }

    @Override
    public Map<AccountId, String> maskedPhones(Collection<AccountId> ids) {
        return people.phonesOf(ids).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().masked()));
    }

    @Override
    public boolean confirmCode(AccountId id, CodePurpose purpose, String code) {
        requireNoTransaction();
        return codes.confirm(people.require(id), purpose, code);
    }

    private static void requireNoTransaction() {
        Transactions.requireNone("AccountService");
    }

    private static void requireSystem(Actor actor) {
        if (!actor.isSystem()) throw new DomainException(ErrorCode.ACCESS_DENIED);
    }
}
