package org.kameng.domain.statistics;

/** What is counted, each by a fact that happens once; the label tells channels and lengths of time apart. */
enum Measure {
    /** Orders placed, with their amount. */
    PLACED,
    /** Payments that paid their order, by channel. */
    PAID,
    /** Attempts a buyer could have paid and that ended unpaid, by channel. */
    UNPAID,
    /** Payments nobody waited for, late or twice, by channel. */
    STRAY,
    /** Orders delivered, whole or in part. */
    DELIVERED,
    /** The same by the {@link LatencyScale step} of the time since payment; kept for {@link Rollup#LATENCY_KEPT} only. */
    LATENCY,
    /** Refunds decided. */
    REFUND,
    /** Refunds at their end: the money is back. */
    REFUNDED,
    /** Alarms at the payment door. */
    ALARM
}
