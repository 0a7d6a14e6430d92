package org.kameng.domain.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kameng.domain.shared.Actor;

/** The numbers of the shop, a few seconds old. Any staff where nothing else is said; others are refused with ACCESS_DENIED. */
public interface Statistics {
    /** The last hours, oldest first, empty ones too; the last one is not over. 1 to 72. */
    List<Period> hours(Actor staff, int hours);

    /** The last days of the shop's calendar, oldest first, empty ones too; the last one is not over. 1 to 92. */
    List<Period> days(Actor staff, int days);

    /** By channel, the busiest first. */
    List<ChannelRate> payments(Actor staff, Span span);

    /** Empty when nothing was delivered. */
    Optional<Latency> latency(Actor staff, Span span);

    /** Each of the last 24 hours in which something was delivered, oldest first. */
    List<Latency> latencyByHour(Actor staff);

    /** Needs FINANCE, SUPPORT_AGENT, AUDITOR or ADMIN. */
    MoneyBack moneyBack(Actor staff);

    /** Needs FINANCE, SUPPORT_AGENT, OPERATOR, AUDITOR or ADMIN. */
    Worries worries(Actor staff);

    /** Needs OPERATOR, AUDITOR or ADMIN. */
    List<StockRisk> stock(Actor staff, int limit);

    /** Empty when nobody has told. Needs OPERATOR, AUDITOR or ADMIN. */
    List<SupplierHealth.Standing> suppliers(Actor staff);

    /** Until when everything is counted; empty before the first count. */
    Optional<Instant> countedUntil(Actor staff);
}
