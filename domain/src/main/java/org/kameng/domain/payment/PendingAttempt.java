package org.kameng.domain.payment;

import java.time.Instant;
import org.kameng.domain.shared.OrderNo;

/** An attempt whose end nobody told us; the query job asks the channel. */
public record PendingAttempt(
        OrderNo order, Channel channel, String outTradeNo, String subMchid, AttemptState state, Instant askAgainAt) {}
