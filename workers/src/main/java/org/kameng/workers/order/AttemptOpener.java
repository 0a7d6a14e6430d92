package org.kameng.workers.order;

import java.time.Clock;
import java.util.Optional;
import org.kameng.domain.payment.AttemptStart;
import org.kameng.domain.payment.PaymentChannels;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.payment.Prepay;
import org.kameng.domain.payment.PrepayRequest;
import org.springframework.stereotype.Component;

/** Asks an attempt's channel for its QR code and writes the answer down. */
@Component
record AttemptOpener(PaymentChannels channels, Payments payments, Clock clock) {

    /** Empty when there is nothing to ask: the order is no longer to be paid, or the code is there. */
    Optional<Prepay> open(AttemptStart start) {
        var number = start.outTradeNo();
        // After the deadline the timer closes the order; asking the channel would only fail.
        if (number == null || start.codeUrl() != null || !clock.instant().isBefore(start.deadline())) {
            return Optional.empty();
        }
        var reply = channels.of(start.channel())
                .prepay(new PrepayRequest(
                        number, start.subMchid(), start.subject(), start.amount(), start.deadline(), start.payerIp()));
        switch (reply) {
            case Prepay.Ready(var codeUrl) -> payments.prepaid(number, codeUrl);
            case Prepay.Refused(var code) -> payments.prepayFailed(number, code);
            case Prepay.Unknown(var code) -> payments.prepayUnknown(number, code);
        }
        return Optional.of(reply);
    }
}
