package org.kameng.domain.account;

import java.util.Optional;
import java.util.Set;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.Slice;

/**
 * Accounts are kept by two: what gives a person access or a role is proposed by one ADMIN and confirmed by another, who is
 * neither the first nor the person concerned; taking away needs one. Nobody but the person ever knows the password: a
 * one-time code opens the account once, and each of the two ADMINs knows one half of it.
 */
public interface StaffService {
    /** Answers the first half of the new colleague's code, shown once. Refuses with LOGIN_*, ROLES_*, CONFLICT. */
    String proposeAccount(Actor admin, String login, String displayName, Set<Role> roles, String reason);

    /** For a colleague who lost the password; answers the first half of the code. Refuses with NOT_ON_YOURSELF, CONFLICT. */
    String proposeCode(Actor admin, AccountId id, String reason);

    /**
     * True when done at once: only roles were taken away, or the account is no staff's. False: a second ADMIN must confirm.
     * Refuses with CONFLICT when the account is no longer as it was {@code seen}, which is its security version.
     */
    boolean changeRoles(Actor admin, AccountId id, long seen, Set<Role> roles, String reason);

    /** Ends open sessions at once. Refuses with NOT_ON_YOURSELF. */
    void disable(Actor admin, AccountId id, String reason);

    /** True when done at once, as the account is no staff's. Refuses with CONFLICT when it is not disabled. */
    boolean enable(Actor admin, AccountId id, String reason);

    /** The second half of the code where the change brings one, shown once. Refuses with FOUR_EYES, CONFLICT. */
    Optional<String> confirm(Actor admin, long change);

    /** Either ADMIN takes the proposal off the table. Refuses with CONFLICT when it was decided. */
    void withdraw(Actor admin, long change);

    /** Proposals that wait for a second person, oldest first; ADMIN and AUDITOR. */
    Slice<StaffChange> waiting(Actor viewer, PageRequest page);

    /** Staff accounts by log-in; ADMIN and AUDITOR. */
    Slice<AccountView> list(Actor viewer, PageRequest page);

    /** The person's own first act: both halves of the code and a password of one's own. Refuses with CODE_WRONG, PASSWORD_*, RATE_LIMITED. */
    void activate(String login, String firstHalf, String secondHalf, String password, String ip);
}
