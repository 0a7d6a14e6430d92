package org.kameng.processes.engine;

import java.time.Duration;
import java.util.Set;
import org.kameng.domain.outbox.LeasedMessage;

/**
 * Takes the outbox messages of some topics. A message may come twice; the receiver bears it. Called on a virtual thread
 * with no database connection bound, several messages at once.
 */
public interface OutboxReceiver {

    Set<String> topics();

    ReceiveResult receive(LeasedMessage message);

    /** How long a message may wait for company: those that come together cost the database as much as one. */
    default Duration patience() {
        return Duration.ZERO;
    }
}
