package org.kameng.domain.account;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Transactions;
import org.springframework.stereotype.Component;

/** Guests who became somebody's: the orders and cards keep their owner of old, who is now a part of the person. */
@Component
class Adoptions {
    private final GuestTable guests;
    private final People people;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    Adoptions(GuestTable guests, People people, Accounts accounts, AuditLog audit, Clock clock) {
        this.guests = guests;
        this.people = people;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    Set<AccountId> of(AccountId account) {
        return guests.adoptedBy(account);
    }

    /** Guests of a phone that the owner of today must be the owner of. */
    List<AccountId> open(Phone phone) {
        var since = clock.instant().minus(GuestRules.SAME_OWNER);
        var known = people.guestsOf(phone).stream().map(Account::id).toList();
        return known.isEmpty() ? List.of() : guests.provenSince(known, since);
    }

    /** For a phone the person has just proven; closes the guests and ends their sessions. */
    void adopt(Actor person, Phone phone) {
        Transactions.requireRunning("Adoptions.adopt");
        guests.lock(people.indexOf(phone));
        for (var guest : open(phone)) {
            var now = clock.instant();
            guests.adopted(guest, person.requireAccount(), now);
            var account = people.require(guest);
            account.disable(now);
            accounts.saveAndFlush(account);
            audit.record(
                    person,
                    "account.guest-adopted",
                    "account",
                    guest.toString(),
                    Map.of("by", person.requireAccount().toString()));
        }
    }
}
