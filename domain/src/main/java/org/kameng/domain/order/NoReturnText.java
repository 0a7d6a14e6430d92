package org.kameng.domain.order;

/** The words a buyer confirms before buying; an order keeps the version. */
public record NoReturnText(String version, String zh, String en) {}
