package org.kameng.domain.order;

/** All that a link alone shows: what was ordered, and how far it is. {@code inAccount} when a log-in is the way in. */
public record LinkedOrder(String nameZh, String nameEn, int quantity, OrderState state, boolean inAccount) {}
