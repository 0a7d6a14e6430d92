package org.kameng.domain.outbox;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact to send. {@code key} is the business number it concerns, {@code messageId} stays the same whenever the same
 * fact is sent again, {@code notBefore} delays the first send. Payload: ids and plain values, nothing secret in clear.
 * Messages of one key may arrive in any order.
 */
public record OutboxMessage(
        String topic,
        String key,
        String messageId,
        Map<String, Object> payload,
        @Nullable Instant notBefore) {
    public OutboxMessage {
        if (topic.isBlank() || key.isBlank() || messageId.isBlank())
            throw new IllegalArgumentException("topic, key and message id must be given");
        payload = Map.copyOf(payload);
    }

    public OutboxMessage(String topic, String key, String messageId, Map<String, Object> payload) {
        this(topic, key, messageId, payload, null);
    }
}
