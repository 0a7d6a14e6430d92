package org.kameng.ui.shared;

import java.security.Principal;
import java.util.Set;
import org.kameng.domain.account.LogInResult;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;

/**
 * The principal of a log-in: an account, the name to show, and what it may be under which version of the account; and the
 * guest accounts that became this person's.
 */
public record Person(
        AccountId account, String displayName, Set<Role> roles, long securityVersion, Set<AccountId> adopted)
        implements Principal {

    public Person {
        roles = Set.copyOf(roles);
        adopted = Set.copyOf(adopted);
    }

    public Person(AccountId account, String displayName, Set<Role> roles, long securityVersion) {
        this(account, displayName, roles, securityVersion, Set.of());
    }

    public static Person of(LogInResult.LoggedIn in) {
        return new Person(in.account(), in.displayName(), in.roles(), in.securityVersion(), in.adopted());
    }

    @Override
    public String getName() {
        return account.toString();
    }

    public boolean staff() {
        return roles.stream().anyMatch(Role::isStaff);
    }

    public Actor actor() {
        return new Actor(account, displayName, roles, adopted);
    }
}
