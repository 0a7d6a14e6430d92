package org.kameng.domain.account;

import java.time.Instant;
import java.util.Set;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Role;

/** The answer to a log-in. Unknown log-ins are refused and locked exactly like known ones. */
public sealed interface LogInResult {
    /** {@code adopted} are the person's former guest accounts. {@code securityVersion} is the one of the account that was checked: a session starts under it and no later one. */
    record LoggedIn(
            AccountId account, String displayName, Set<Role> roles, long securityVersion, Set<AccountId> adopted)
            implements LogInResult {
        public LoggedIn(AccountId account, String displayName, Set<Role> roles, long securityVersion) {
            this(account, displayName, roles, securityVersion, Set.of());
        }
    }

    record Refused() implements LogInResult {}

    record LockedUntil(Instant until) implements LogInResult {}
}
