package org.kameng.tools.simulators.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How a channel words, signs and repeats its notifications. */
public interface Handwriting {
    /** The pauses between attempts. */
    List<Duration> rhythm();

    /** A notification as it goes over the wire, spoilt as {@code sent} says and dated {@code at}. */
    Notice.Letter write(Notice notice, Notice.Sent sent, Instant at);

    /** Whether this answer means that the platform knows. */
    boolean isReceipt(int status, String body);
}
