package org.kameng.domain.shared;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person with an account, the system itself under a job's name, or a guest. The account is null for the
 * latter two. A system actor holds no role; services that are meant for jobs take no actor or ask {@link #isSystem()}.
 * What a person bought as a guest stays with the guest account that bought it; {@code adopted} names those that are now
 * this person's own.
 */
public record Actor(@Nullable AccountId account, String name, Set<Role> roles, Set<AccountId> adopted)
        implements Serializable {
    private static final String SYSTEM_PREFIX = "system:";

    public Actor {
        if (name.isBlank()) throw new IllegalArgumentException("an actor needs a name");
        roles = Set.copyOf(roles);
        adopted = Set.copyOf(adopted);
    }

    public Actor(@Nullable AccountId account, String name, Set<Role> roles) {
        this(account, name, roles, Set.of());
    }

    /** The system acting by itself, for example {@code Actor.system("close-order")}. */
    public static Actor system(String name) {
        return new Actor(null, SYSTEM_PREFIX + name, Set.of());
    }

    public static Actor guest() {
        return new Actor(null, "guest", Set.of());
    }

    public boolean isSystem() {
        return account == null && name.startsWith(SYSTEM_PREFIX);
    }

    public boolean isStaff() {
        return account != null && roles.stream().anyMatch(Role::isStaff);
    }

    /** True if this is the person's own account, or a guest account of theirs. */
    public boolean is(AccountId other) {
        return other.equals(account) || adopted.contains(other);
    }

    /** Every account whose things are this person's: the own one first. Refuses like {@link #requireAccount()}. */
    public List<AccountId> accounts() {
        return Stream.concat(Stream.of(requireAccount()), adopted.stream()).toList();
    }

    /** True if the actor is a person who holds at least one of the roles. */
    public boolean has(Role... anyOf) {
        return account != null && Arrays.stream(anyOf).anyMatch(roles::contains);
    }

    /** Refuses with ACCESS_DENIED unless the actor is a person holding at least one of the roles. */
    public void require(Role... anyOf) {
        if (!has(anyOf)) throw new DomainException(ErrorCode.ACCESS_DENIED);
    }

    /** Refuses with ACCESS_DENIED unless the actor is a person of the platform. */
    public void requireStaff() {
        if (!isStaff()) throw new DomainException(ErrorCode.ACCESS_DENIED);
    }

    /** The acting person's account; refuses with ACCESS_DENIED for guests and the system. */
    public AccountId requireAccount() {
        if (account == null) throw new DomainException(ErrorCode.ACCESS_DENIED);
        return account;
    }
}
