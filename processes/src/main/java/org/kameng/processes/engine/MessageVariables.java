package org.kameng.processes.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kameng.domain.outbox.LeasedMessage;

/** Takes over from an outbox payload only what the model reads. */
public final class MessageVariables {
    private MessageVariables() {}

    /** The named facts; IllegalArgumentException names the one that is missing. */
    public static Map<String, Object> of(LeasedMessage message, String... names) {
        var variables = new LinkedHashMap<String, Object>();
        for (var name : names) {
            var value = message.payload().get(name);
            if (value == null) throw new IllegalArgumentException("payload of " + message.topic() + " lacks " + name);
            variables.put(name, value);
        }
        return variables;
    }
}
