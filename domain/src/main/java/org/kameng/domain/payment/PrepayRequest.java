package org.kameng.domain.payment;

import java.time.Instant;
import org.kameng.domain.shared.Money;

/** Asks the channel for a QR code. */
public record PrepayRequest(
        String outTradeNo, String subMchid, String subject, Money amount, Instant expiresAt, String payerIp) {}
