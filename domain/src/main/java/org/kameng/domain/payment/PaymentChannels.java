package org.kameng.domain.payment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The channels that are connected, by name. */
public final class PaymentChannels {
    private final Map<Channel, PaymentChannel> channels = new EnumMap<>(Channel.class);

    public PaymentChannels(List<PaymentChannel> connected) {
        for (var channel : connected) {
            if (channels.put(channel.id(), channel) != null)
                throw new IllegalArgumentException("two adapters for " + channel.id());
        }
    }

    public PaymentChannel of(Channel id) {
        var channel = channels.get(id);
        if (channel == null) throw new IllegalStateException(id + " is not connected");
        return channel;
    }
}
