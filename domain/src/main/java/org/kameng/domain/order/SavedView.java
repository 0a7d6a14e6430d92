package org.kameng.domain.order;

/** A named filter of the order list; {@code query} is what stands in the list's address. */
public record SavedView(String name, String query) {}
