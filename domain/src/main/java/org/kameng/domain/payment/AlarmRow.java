package org.kameng.domain.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.OrderNo;

/** Something at the payment door that a person should know of. */
public record AlarmRow(
        long id,
        Channel channel,
        String why,
        @Nullable OrderNo order,
        @Nullable String remoteIp,
        Instant raisedAt) {}
