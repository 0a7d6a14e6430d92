package org.kameng.processes.engine;

import io.camunda.client.impl.CamundaClientBuilderImpl;
import io.camunda.client.impl.CamundaClientImpl;
import io.grpc.ManagedChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The connection to the broker. Left alone, gRPC waits up to two minutes before it tries a lost connection again; whoever
 * meets an absent broker nudges it, so that work goes on within seconds of the broker's return.
 */
final class EngineChannel {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final ManagedChannel channel;
    private final AtomicLong nudged = new AtomicLong(System.nanoTime() - PAUSE);

    EngineChannel(CamundaClientBuilderImpl configuration) {
        this.channel = CamundaClientImpl.buildChannel(configuration);
    }

    ManagedChannel grpc() {
        return channel;
    }

    void nudge() {
        var last = nudged.get();
        if (System.nanoTime() - last >= PAUSE && nudged.compareAndSet(last, System.nanoTime())) {
            channel.resetConnectBackoff();
        }
    }
}
