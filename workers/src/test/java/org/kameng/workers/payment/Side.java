package org.kameng.workers.payment;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.PaymentChannel;
import org.kameng.tools.simulators.SimClock;
import org.kameng.tools.simulators.channel.ChannelSimulator;
import org.kameng.tools.simulators.http.Request;

/** Everything about a channel and its simulator that differs from the others; what every channel must do is the contract. */
interface Side {
    Channel id();

    /** A seller's number there. */
    String merchant();

    ChannelSimulator simulator();

    default URI control() {
        return simulator().url();
    }

    default SimClock clock() {
        return simulator().clock();
    }

    default Path credentials() {
        return simulator().merchantFolder();
    }

    /** A little more than the first pause between two notifications. */
    Duration firstRepeat();

    /** Knobs that keep a call from being answered clearly. */
    List<String> unclear();

    /** The knob that keeps refunds under way, or lets them end. */
    String refundsPend(boolean pend);

    /** Where notifications arrive. */
    List<String> paths();

    PaymentChannel connect(String publicUrl, Path credentials, MeterRegistry meters);

    /** The controller behind {@link #paths}. */
    Object webhook(NoticeIntake intake, NoticeBooks books, Clock clock);

    /** Whether the channel takes this answer for a receipt. */
    boolean isReceipt(int status, String body);

    /** The letter as somebody else could send it who has read it: the same, or bent in one of many ways. */
    Letter stolen(Request letter, int way);

    /** Headers and body. */
    record Letter(Map<String, String> headers, String body) {}
}
