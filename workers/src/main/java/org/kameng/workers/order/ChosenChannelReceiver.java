package org.kameng.workers.order;

import java.util.Set;
import org.kameng.domain.outbox.LeasedMessage;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.payment.Prepay;
import org.kameng.domain.shared.OrderNo;
import org.kameng.processes.engine.OutboxReceiver;
import org.kameng.processes.engine.ReceiveResult;
import org.springframework.stereotype.Component;

/** Gets the code of a channel the buyer has chosen besides the usual one; the engine has no part in it. */
@Component
record ChosenChannelReceiver(Payments payments, AttemptOpener opener) implements OutboxReceiver {

    @Override
    public Set<String> topics() {
        return Set.of(Payments.ATTEMPT_REQUESTED);
    }

    @Override
    public ReceiveResult receive(LeasedMessage message) {
        if (!(message.payload().get("channel") instanceof String channel)) {
            return new ReceiveResult.Rejected("NO_CHANNEL");
        }
        var start = payments.beginAttempt(new OrderNo(message.key()), Channel.valueOf(channel));
        var reply = opener.open(start).orElse(null);
        return switch (reply) {
            case null -> new ReceiveResult.Accepted();
            case Prepay.Ready ready -> new ReceiveResult.Accepted();
            // Written down: the page says so and offers the other channel.
            case Prepay.Refused refused -> new ReceiveResult.Accepted();
            case Prepay.Unknown(var code) -> new ReceiveResult.Later(code);
        };
    }
}
