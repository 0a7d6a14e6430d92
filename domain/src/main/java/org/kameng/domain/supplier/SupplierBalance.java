package org.kameng.domain.supplier;

import org.kameng.domain.shared.Money;

/** What a supplier still lets us buy for: money paid in, and credit. */
public record SupplierBalance(Money balance, Money credit) {}
