package org.kameng.processes.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Leases;
import org.kameng.processes.engine.EngineDeployment;
import org.kameng.processes.inbox.CarriedDecisions;
import org.kameng.processes.incident.IncidentHealer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets one application at a time reconcile, and every one of them notice that the broker lost its data. */
@Component
@EnableConfigurationProperties(ReconcilerSettings.class)
class ReconcilerSchedule implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcilerSchedule.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Reconciler reconciler;
    private final IncidentHealer healer;
    private final CarriedDecisions decisions;
    private final EngineState engine;
    private final EngineDeployment deployment;
    private final Leases leases;
    private final ReconcilerSettings settings;
    private final boolean workers;
    private volatile @Nullable Thread thread;
    private long epoch = -1;
    private Optional<Instant> pulse = Optional.empty();
    private long pulseSeen;
    private int beats;

    ReconcilerSchedule(
            Reconciler reconciler,
            IncidentHealer healer,
            CarriedDecisions decisions,
            EngineState engine,
            EngineDeployment deployment,
            Leases leases,
            ReconcilerSettings settings,
            @Value("${kameng.roles:ui,workers}") Set<String> roles) {
        this.reconciler = reconciler;
        this.healer = healer;
        this.decisions = decisions;
        this.engine = engine;
        this.deployment = deployment;
        this.leases = leases;
        this.settings = settings;
        this.workers = roles.contains("workers");
    }

    @Override
    public boolean isAutoStartup() {
        return workers;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("reconciler").start(this::run);
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(TICK);
                tick();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("the reconciler could not look: {}", e.getClass().getSimpleName());
            }
        }
    }

    private void tick() {
        var now = engine.epoch();
        if (epoch >= 0 && now != epoch) {
            LOG.warn("the broker lost its data: epoch {} follows {}", now, epoch);
            deployment.renew();
        }
        epoch = now;
        decisions.sweep();
        // With a silent feed every instance looks missing or stuck; what is lost then can wait until it speaks again.
        if (!feedLives()) return;
        leases.tryRun("reconciler", settings.every(), LEASE, reconciler::reconcile);
        leases.tryRun("incident-healer", settings.every(), LEASE, healer::heal);
    }

    private boolean feedLives() {
        var beat = engine.feedPulse();
        if (!beat.equals(pulse)) {
            pulse = beat;
            pulseSeen = System.nanoTime();
            beats++;
        }
        return beats > 1 && System.nanoTime() - pulseSeen < SILENCE.toNanos();
    }

    @Override
    public void stop() {
        var running = thread;
        if (running != null) running.interrupt();
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
