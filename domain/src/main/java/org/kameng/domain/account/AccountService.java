package org.kameng.domain.account;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;

/**
 * The one door to accounts. Phones are mainland mobile numbers: 11 digits, blanks, hyphens and a leading +86 are
 * forgiven. The {@code ip} is only counted (as a keyed hash). None of these methods may be called inside a transaction:
 * failed tries must be counted even if the caller fails.
 */
public interface AccountService {
    /** Sends a six-digit code by SMS, valid for five minutes and five tries. Answers the same whether or not an account exists. */
    void requestCode(String phone, CodePurpose purpose, String ip);

    /** The same for the phone of a person who is logged in. */
    void requestOwnCode(Actor person, CodePurpose purpose, String ip);

    /**
     * {@code consentVersion} names the words of {@link Guests#consent()} the person agreed to; it is kept with the account. Refuses
     * with CONSENT_NEEDED, CODE_WRONG, PASSWORD_*, PHONE_INVALID, RATE_LIMITED, and to the proven owner of the phone ACCOUNT_EXISTS.
     */
    AccountId register(String phone, String code, String password, String consentVersion, String ip);

    /** Also lifts a lock-out and ends open sessions. Refuses with CODE_WRONG, PASSWORD_*, PHONE_INVALID, RATE_LIMITED. */
    void resetPassword(String phone, String code, String newPassword, String ip);

    /** {@code login} is a staff log-in or a phone. Ten failures lock it for 30 minutes. */
    LogInResult logIn(String login, String password, String ip);

    /** The system only, for demo data; people go through {@link StaffService}. Refuses with LOGIN_*, ROLES_*, PASSWORD_*. */
    AccountId createStaff(Actor system, String login, String displayName, Set<Role> roles, String password);

    /** For demo data and moves from elsewhere: the system only, no code asked. Refuses with ACCOUNT_EXISTS. */
    AccountId createCustomer(Actor system, String phone, String password);

    /** The system only: who has this staff log-in or phone? */
    Optional<AccountId> findByLogin(Actor system, String login);

    Optional<AccountView> find(AccountId id);

    /**
     * Whose phone is this? All who are known by it: the person, the guests that person adopted, and guests who bought with it, the
     * newest twenty; empty when nobody is. The whole number only, found by its blind index: part of a number would need phones that
     * can be read. For staff who speak with customers; recorded, and limited per person. Refuses with PHONE_INVALID, RATE_LIMITED.
     */
    Set<AccountId> findByPhone(Actor staff, String phone);

    /** For example {@code 138****0001}; who has none, like staff, is left out. */
    Map<AccountId, String> maskedPhones(Collection<AccountId> ids);

    /** True once for the right code; every call counts as a try. */
    boolean confirmCode(AccountId id, CodePurpose purpose, String code);
}
