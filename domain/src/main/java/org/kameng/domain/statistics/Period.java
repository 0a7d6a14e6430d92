package org.kameng.domain.statistics;

import java.time.Instant;
import org.kameng.domain.shared.Money;

/**
 * One hour or one day of the shop.
 *
 * @param refunds decided in it, {@code amount} is that of the orders placed in it
 */
public record Period(Instant start, long placed, Money amount, long paid, long delivered, long refunds) {}
