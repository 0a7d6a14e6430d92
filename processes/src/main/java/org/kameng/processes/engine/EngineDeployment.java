package org.kameng.processes.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings all models to the broker in one command, again and again until it is confirmed, and confirms it from time to time:
 * the broker keeps a version whose bytes it has, and one that lost its data gets them back.
 */
@Component
public class EngineDeployment implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(EngineDeployment.class);
    private static final BackOff BACK_OFF = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(5));
    /** Before the relay, which asks whether the models are there. */
    static final int PHASE = -10;

    private final CamundaClient client;
    private final EngineSettings settings;
    private final EngineChannel channel;
    private final Roles roles;
    private final BlockingQueue<Boolean> wishes = new ArrayBlockingQueue<>(1);
    private volatile boolean confirmed;
    private boolean answered = true;
    private volatile @Nullable Thread thread;

    EngineDeployment(CamundaClient client, EngineSettings settings, Roles roles, EngineChannel channel) {
        this.client = client;
        this.settings = settings;
        this.roles = roles;
        this.channel = channel;
    }

    /** Whether the broker is known to have this version's models. */
    public boolean confirmed() {
        return confirmed;
    }

    /** The broker lost its data: nothing may be sent to it before the models are there again. */
    public void renew() {
        confirmed = false;
        wishes.offer(true);
    }

    @Override
    public boolean isAutoStartup() {
        return roles.workers();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("deployment").start(this::run);
    }

    private void run() {
        var failures = 0;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                failures = deploy() ? 0 : failures + 1;
                var pause = failures == 0 ? settings.redeploy() : BACK_OFF.after(failures - 1);
                wishes.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean deploy() {
        try {
            command().requestTimeout(settings.requestTimeout()).send().join();
            if (!confirmed || !answered) LOG.info("the engine has the models {}", Models.FILES);
            confirmed = true;
            answered = true;
            return true;
        } catch (RuntimeException e) {
            if (EngineCommands.code(e) == Status.Code.INVALID_ARGUMENT) {
                LOG.error("the engine refuses the models: {}", e.getMessage());
            } else {
                if (answered) LOG.warn("the engine does not answer: {}", EngineCommands.code(e));
                answered = false;
            }
            channel.nudge();
            return false;
        }
    }

    private DeployResourceCommandStep2 command() {
        DeployResourceCommandStep2 command =
                client.newDeployResourceCommand().addResourceFromClasspath(Models.FILES.getFirst());
        for (var file : Models.FILES.subList(1, Models.FILES.size())) {
            command = command.addResourceFromClasspath(file);
        }
        return command;
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
