package org.kameng.processes.engine;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kameng.domain.outbox.OutboxStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Carries outbox messages to their receivers: a loop for each receiver, so that a slow one holds nobody up. */
@Component
class OutboxRelay implements SmartLifecycle {
    private final OutboxStore store;
    private final List<OutboxReceiver> receivers;
    private final EngineDeployment deployment;
    private final EngineSettings settings;
    private final Roles roles;
    private final Clock clock;
    private final MeterRegistry meters;
    private final List<RelayLoop> loops = new CopyOnWriteArrayList<>();

    OutboxRelay(
            OutboxStore store,
            ObjectProvider<OutboxReceiver> receivers,
            EngineDeployment deployment,
            EngineSettings settings,
            Roles roles,
            Clock clock,
            MeterRegistry meters) {
        this.store = store;
        this.receivers = receivers.orderedStream().toList();
        this.deployment = deployment;
        this.settings = settings;
        this.roles = roles;
        this.clock = clock;
        this.meters = meters;
        store.onCommit(topics -> loops.forEach(loop -> loop.wake(topics)));
    }

    @Override
    public boolean isAutoStartup() {
        return roles.workers();
    }

    @Override
    public synchronized void start() {
        var owner = UUID.randomUUID().toString();
        for (var receiver : receivers) {
            var loop = new RelayLoop(store, receiver, owner, settings.relayPoll(), clock, meters);
            loop.start(receiver instanceof EngineReceiver ? deployment::confirmed : () -> true);
            loops.add(loop);
        }
    }

    @Override
    public synchronized void stop() {
        loops.forEach(RelayLoop::stop);
        loops.forEach(loop -> loop.join(settings.stopPatience()));
        loops.clear();
    }

    @Override
    public boolean isRunning() {
        return !loops.isEmpty();
    }
}
