package org.kameng.domain.outbox;

import java.util.Map;

/** A message lent to one relay for a while; {@code attempts} counts this one too, so it starts at 1. */
public record LeasedMessage(
        long id, String topic, String key, String messageId, Map<String, Object> payload, int attempts) {
    public LeasedMessage {
        payload = Map.copyOf(payload);
    }

    @Override
    public String toString() {
        return "LeasedMessage[" + id + " " + topic + " " + key + " " + messageId + "]";
    }
}
