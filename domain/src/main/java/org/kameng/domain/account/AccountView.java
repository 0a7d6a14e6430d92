package org.kameng.domain.account;

import java.time.Instant;
import java.util.Set;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;

/**
 * What may be shown of an account. {@code login} is the staff log-in or the masked phone. {@code securityVersion} grows
 * with every change of password, roles or state: a session that began under an older one must end.
 */
public record AccountView(
        AccountId id,
        String login,
        String displayName,
        Set<Role> roles,
        boolean disabled,
        long securityVersion,
        Instant createdAt) {
    public AccountView {
        roles = Set.copyOf(roles);
    }

    public Actor actor() {
        return new Actor(id, displayName, disabled ? Set.of() : roles);
    }
}
