package org.kameng.domain.account;

/** What a one-time code proves; a code for one purpose never serves another. */
public enum CodePurpose {
    REGISTER,
    RESET,
    REVEAL,
    /** Buying without an account. */
    GUEST,
    /** Opening the order behind a link. */
    LINK,
    /** Bringing what was bought as a guest into an account. */
    ADOPT;

    /** These go to phones that have no account as well. */
    boolean servesAnyPhone() {
        return this == REGISTER || this == GUEST || this == LINK;
    }
}
