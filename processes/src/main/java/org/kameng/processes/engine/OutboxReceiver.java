package org.kameng.processes.engine;

import java.util.Set;
import org.kameng.domain.outbox.LeasedMessage;

/**
 * Takes the outbox messages of some topics. A message may come twice; the receiver bears it. Called on a virtual thread
 * with no database connection bound, several messages at once.
 */
public interface OutboxReceiver {

    Set<String> topics();

    ReceiveResult receive(LeasedMessage message);
}
