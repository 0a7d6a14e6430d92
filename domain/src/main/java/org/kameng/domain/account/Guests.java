package org.kameng.domain.account;

import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;

/**
 * People who buy with a phone and no password. A number that was given up is assigned to somebody else about ninety days
 * later, so the phone alone opens a guest's purchases only while it was last proven less than
 * sixty days ago; later it takes the link of the order as well. None of these methods may be called inside a transaction.
 *
 * @see "Decision 014"
 */
public interface Guests {
    /** The words to agree to now. */
    PhoneConsent consent();

    /** For a phone proven by a code of {@link CodePurpose#GUEST}. Refuses with CODE_WRONG, CONSENT_NEEDED, RATE_LIMITED. */
    LogInResult.LoggedIn enter(String phone, String code, String consentVersion, String ip);

    /** Whether this is a guest who was not adopted: reached by link instead of log-in. */
    boolean isOpen(AccountId account);

    /** Whether the guest bought with this phone. */
    boolean hasPhone(AccountId guest, String phone);

    /** Sends a code of {@link CodePurpose#LINK} to the guest's own phone. */
    void requestCode(AccountId guest, String ip);

    /** For the holder of an order's link, however old, who proves the guest's phone. Refuses with CODE_WRONG, MOVED_TO_ACCOUNT. */
    LogInResult.LoggedIn enterByLink(AccountId guest, String code, String ip);

    /** How many guests the person could bring in by proving the phone now. */
    int adoptable(Actor customer);

    /**
     * Brings guest purchases of the person's own phone into the account, for a code of {@link CodePurpose#ADOPT}: an account's
     * phone may have changed its owner since it registered. Answers the person with all of them. Refuses with CODE_WRONG.
     */
    LogInResult.LoggedIn adopt(Actor customer, String code);
}
