package org.kameng.domain.account;

import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.RateLimits;
import org.kameng.domain.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A member of the staff asks whose phone it is. The record shows the phone's index, never the phone. */
@Component
class PhoneSearch {
    private static final int PER_HOUR = 60;

    private final People people;
    private final GuestTable guests;
    private final RateLimits limits;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    PhoneSearch(People people, GuestTable guests, RateLimits limits, AuditLog audit, TransactionTemplate transaction) {
        this.people = people;
        this.guests = guests;
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
    }

    Set<AccountId> byPhone(Actor staff, String typed) {
        staff.require(Role.SUPPORT_AGENT, Role.ARBITRATOR, Role.FINANCE, Role.COMPLIANCE_OFFICER, Role.COMPLIANCE_LEAD);
        var phone = Phone.parse(typed);
        limits.take("phone.search", staff.requireAccount().toString(), PER_HOUR, Duration.ofHours(1));
        var handle = HexFormat.of().formatHex(people.indexOf(phone), 0, 8);
        var found = new HashSet<AccountId>();
        people.guestsOf(phone).forEach(guest -> found.add(guest.id()));
        people.byPhone(phone).ifPresent(person -> {
            found.add(person.id());
            found.addAll(guests.adoptedBy(person.id()));
        });
        transaction.executeWithoutResult(status ->
                audit.record(staff, "account.phone-searched", "phone", handle, Map.of("found", found.size())));
        return found;
    }
}
