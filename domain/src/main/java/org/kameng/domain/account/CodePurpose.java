package org.kameng.domain.account;

/** What a one-time code proves; a code for one purpose never serves another. */
public enum CodePurpose {
    REGISTER,
    RESET,
    REVEAL
}
