package org.kameng.domain.order;

/** A version of the words under which a buyer lets an account be passed on to the supplier. */
public record AccountConsentText(String version, String zh, String en) {}
