package org.kameng.workers.notice;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.kameng.domain.account.SmsOutbox;
import org.kameng.domain.outbox.LeasedMessage;
import org.kameng.processes.engine.OutboxReceiver;
import org.kameng.processes.engine.ReceiveResult;
import org.springframework.stereotype.Component;

/** Hands text messages to the gateway; its message id makes a second try harmless. */
@Component
class SmsReceiver implements OutboxReceiver {
    private static final Set<Integer> FOR_GOOD = Set.of(400, 409, 422);

    private final SmsOutbox outbox;
    private final SmsGateway gateway;

    SmsReceiver(SmsOutbox outbox, SmsGateway gateway) {
        this.outbox = outbox;
        this.gateway = gateway;
    }

    @Override
    public Set<String> topics() {
        return Set.of(SmsOutbox.TOPIC);
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(250);
    }

    @Override
    public ReceiveResult receive(LeasedMessage message) {
        try {
            return judge(gateway.send(outbox.open(message)));
        } catch (IOException e) {
            return new ReceiveResult.Later("SMS_NO_ANSWER");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ReceiveResult.Later("SMS_INTERRUPTED");
        }
    }

    private static ReceiveResult judge(int status) {
        if (status >= 200 && status < 300) {
            return new ReceiveResult.Accepted();
        }
        var code = "SMS_HTTP_" + status;
        return FOR_GOOD.contains(status) ? new ReceiveResult.Rejected(code) : new ReceiveResult.Later(code);
    }
}
