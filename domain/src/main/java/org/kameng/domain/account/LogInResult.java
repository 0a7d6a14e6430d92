package org.kameng.domain.account;

import java.time.Instant;
import java.util.Set;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Role;

/** The answer to a log-in. Unknown log-ins are refused and locked exactly like known ones. */
public sealed interface LogInResult {
    /** {@code securityVersion} is the one of the account that was checked: a session starts under it and no later one. */
    record LoggedIn(AccountId account, String displayName, Set<Role> roles, long securityVersion)
            implements LogInResult {}

    record Refused() implements LogInResult {}

    record LockedUntil(Instant until) implements LogInResult {}
}
