package org.kameng.domain.account;

import java.time.Instant;
import java.util.Set;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Role;

/** The answer to a log-in. Unknown log-ins are refused and locked exactly like known ones. */
public sealed interface LogInResult {
    record LoggedIn(AccountId account, String displayName, Set<Role> roles) implements LogInResult {}

    record Refused() implements LogInResult {}

    record LockedUntil(Instant until) implements LogInResult {}
}
