package org.kameng.domain.account;

/** The words under which a person lets the shop use the phone number; the version agreed to is kept with the person. */
public record PhoneConsent(String version, String zh, String en) {}
