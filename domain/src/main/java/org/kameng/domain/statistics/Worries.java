package org.kameng.domain.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What should be nothing.
 *
 * @param unclosed orders past their payment deadline that nobody has closed, though they cost nothing yet
 * @param undelivered orders paid for half an hour and neither delivered, held nor refunded
 * @param paidSince since when the first of them is paid
 * @param stray payments of the last day that came late or twice and went back
 * @param alarms raised at the payment door in the last day
 */
public record Worries(
        long unclosed, long undelivered, @Nullable Instant paidSince, long stray, long alarms) {}
