package org.kameng.domain.account;

import java.time.Clock;
import java.util.Map;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Ids;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.Transactions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class GuestDesk implements Guests {
    private final People people;
    private final Accounts accounts;
    private final GuestTable guests;
    private final Consents consents;
    private final Adoptions adoptions;
    private final CodeDesk codes;
    private final IpLimits limits;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Ids ids;

    GuestDesk(
            People people,
            Accounts accounts,
            GuestTable guests,
            Consents consents,
            Adoptions adoptions,
            CodeDesk codes,
            IpLimits limits,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock,
            Ids ids) {
        this.people = people;
        this.accounts = accounts;
        this.guests = guests;
        this.consents = consents;
        this.adoptions = adoptions;
        this.codes = codes;
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public PhoneConsent consent() {
        return consents.now();
    }

    @Override
    public LogInResult.LoggedIn enter(String typedPhone, String code, String consentVersion, String ip) {
        Transactions.requireNone("Guests.enter");
        var phone = Phone.parse(typedPhone);
        consents.require(consentVersion);
        limits.takeGuest(ip);
        codes.redeem(phone, CodePurpose.GUEST, code);
        return transaction.execute(status -> {
            guests.lock(people.indexOf(phone));
            var known = adoptions.open(phone);
            var account = known.isEmpty() ? create(phone) : people.require(known.getFirst());
            guests.proven(account.id(), consentVersion, clock.instant());
            return entered(account, Map.of("new", known.isEmpty(), "consent", consentVersion));
        });
    }

    private Account create(Phone phone) {
        var id = new AccountId(ids.uuid());
        return accounts.saveAndFlush(Account.guest(id, phone.masked(), people.seal(id, phone), clock.instant()));
    }

    @Override
    public boolean isOpen(AccountId account) {
        return guests.isAdopted(account).map(adopted -> !adopted).orElse(false);
    }

    @Override
    public boolean hasPhone(AccountId guest, String phone) {
        var own = people.phoneOf(people.require(guest));
        return own.isPresent() && own.equals(Phone.find(phone));
    }

    @Override
    public void requestCode(AccountId guest, String ip) {
        Transactions.requireNone("Guests.requestCode");
        codes.request(phoneOf(people.require(guest)), CodePurpose.LINK, ip);
    }

    @Override
    public LogInResult.LoggedIn enterByLink(AccountId guest, String code, String ip) {
        Transactions.requireNone("Guests.enterByLink");
        limits.takeGuest(ip);
        codes.redeem(phoneOf(people.require(guest)), CodePurpose.LINK, code);
        return transaction.execute(status -> {
            var account = people.require(guest);
            if (account.isDisabled()) throw new DomainException(ErrorCode.MOVED_TO_ACCOUNT);
            guests.provenAgain(guest, clock.instant());
            return entered(account, Map.of("link", true));
        });
    }

    private LogInResult.LoggedIn entered(Account account, Map<String, Object> facts) {
        var view = account.view();
        audit.record(
                view.actor(), "account.guest-entered", "account", account.id().toString(), facts);
        return new LogInResult.LoggedIn(view.id(), view.displayName(), view.roles(), view.securityVersion());
    }

    @Override
    public int adoptable(Actor customer) {
        if (!customer.has(Role.CUSTOMER, Role.DISTRIBUTOR)) return 0;
        return people.phoneOf(people.require(customer.requireAccount()))
                .map(phone -> adoptions.open(phone).size())
                .orElse(0);
    }

    @Override
    public LogInResult.LoggedIn adopt(Actor customer, String code) {
        Transactions.requireNone("Guests.adopt");
        customer.require(Role.CUSTOMER, Role.DISTRIBUTOR);
        var phone = phoneOf(people.require(customer.requireAccount()));
        codes.redeem(phone, CodePurpose.ADOPT, code);
        return transaction.execute(status -> {
            adoptions.adopt(customer, phone);
            var view = people.require(customer.requireAccount()).view();
            return new LogInResult.LoggedIn(
                    view.id(), view.displayName(), view.roles(), view.securityVersion(), adoptions.of(view.id()));
        });
    }

    private Phone phoneOf(Account account) {
        return people.phoneOf(account).orElseThrow(() -> new DomainException(ErrorCode.PHONE_INVALID));
    }
}
