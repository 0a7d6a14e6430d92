package org.kameng.ui.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.kameng.ui.shared.Person;

/** What a session remembers of its beginning: whose it is, since when, and under which version of the account. */
record SessionStamp(
        UUID account, boolean staff, long securityVersion, Instant startedAt, Instant checkedAt, Instant actedAt)
        implements Serializable {
    static final String ATTRIBUTE = SessionStamp.class.getName();

    boolean isOf(Person person) {
        return account.equals(person.account().value()) && securityVersion == person.securityVersion();
    }

    SessionStamp checked(Instant at) {
        return new SessionStamp(account, staff, securityVersion, startedAt, at, actedAt);
    }

    SessionStamp acted(Instant at) {
        return new SessionStamp(account, staff, securityVersion, startedAt, checkedAt, at);
    }
}
