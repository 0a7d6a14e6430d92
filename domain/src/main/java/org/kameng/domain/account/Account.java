package org.kameng.domain.account;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Role;

/** One person: staff with a log-in, or a customer with a phone that is kept sealed; or a guest, who has a phone and no password. */
@Entity
@Table(name = "account")
@SuppressWarnings("UnusedVariable") // some columns are read by SQL only
class Account {
    /** No hash of anything. */
    private static final String NO_PASSWORD = "!";

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AccountId id;

    @Version
    private @Nullable Long version;

    private long securityVersion;
    private @Nullable String login;
    private byte @Nullable [] phoneSealed;
    private byte @Nullable [] phoneIndex;
    private @Nullable Integer phoneIndexVersion;
    private String displayName;
    private String passwordHash;
    private boolean guest;
    private @Nullable Instant disabledAt;
    private Instant createdAt;
    private Instant changedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @SuppressWarnings("NullAway") // JPA fills the fields
    protected Account() {}

    private Account(AccountId id, String displayName, Set<Role> roles, String passwordHash, Instant at) {
        this.id = id;
        this.displayName = displayName;
        this.roles.addAll(roles);
        this.passwordHash = passwordHash;
        this.createdAt = at;
        this.changedAt = at;
    }

    static Account staff(
            AccountId id, String login, String displayName, Set<Role> roles, String passwordHash, Instant at) {
        var account = new Account(id, displayName, roles, passwordHash, at);
        account.login = login;
        return account;
    }

    static Account customer(AccountId id, String maskedPhone, SealedPhone phone, String passwordHash, Instant at) {
        var account = new Account(id, maskedPhone, Set.of(Role.CUSTOMER), passwordHash, at);
        account.phoneSealed = phone.sealed();
        account.phoneIndex = phone.index();
        account.phoneIndexVersion = phone.indexVersion();
        return account;
    }

    static Account guest(AccountId id, String maskedPhone, SealedPhone phone, Instant at) {
        var account = new Account(id, maskedPhone, Set.of(Role.GUEST), NO_PASSWORD, at);
        account.guest = true;
        account.phoneSealed = phone.sealed();
        account.phoneIndex = phone.index();
        account.phoneIndexVersion = phone.indexVersion();
        return account;
    }

    void changePassword(String newHash, Instant at) {
        passwordHash = newHash;
        endSessions(at);
    }

    void changeRoles(Set<Role> newRoles, Instant at) {
        roles.clear();
        roles.addAll(newRoles);
        endSessions(at);
    }

    void disable(Instant at) {
        disabledAt = at;
        endSessions(at);
    }

    void enable(Instant at) {
        disabledAt = null;
        endSessions(at);
    }

    private void endSessions(Instant at) {
        securityVersion++;
        changedAt = at;
    }

    boolean isDisabled() {
        return disabledAt != null;
    }

    boolean isGuest() {
        return guest;
    }

    boolean isStaff() {
        return login != null;
    }

    AccountId id() {
        return id;
    }

    String passwordHash() {
        return passwordHash;
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }

    byte @Nullable [] phoneSealed() {
        return phoneSealed;
    }

    AccountView view() {
        var shownLogin = login == null ? displayName : login;
        return new AccountView(id, shownLogin, displayName, roles, isDisabled(), securityVersion, createdAt);
    }

    /** What a phone looks like at rest. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record SealedPhone(byte[] sealed, byte[] index, int indexVersion) {}
}
