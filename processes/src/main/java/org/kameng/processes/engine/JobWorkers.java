package org.kameng.processes.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Offers every {@link JobHandler} to the engine, by stream and, for what the stream missed, by polling. */
@Component
class JobWorkers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorkers.class);
    private static final Duration STREAM_RENEWAL = Duration.ofHours(1);

    private final CamundaClient client;
    private final EngineSettings settings;
    private final Roles roles;
    private final List<JobHandler<?, ?>> handlers;
    private final MeterRegistry meters;
    private final EngineCommands commands;
    private final AtomicInteger running = new AtomicInteger();
    private final List<JobWorker> open = new ArrayList<>();

    JobWorkers(
            CamundaClient client,
            EngineSettings settings,
            Roles roles,
            ObjectProvider<JobHandler<?, ?>> handlers,
            MeterRegistry meters,
            EngineChannel channel) {
        this.client = client;
        this.settings = settings;
        this.roles = roles;
        this.handlers = handlers.orderedStream().toList();
        this.meters = meters;
        this.commands = new EngineCommands(meters, settings.requestTimeout(), channel);
        meters.gauge("kameng.jobs.running", running);
    }

    @Override
    public boolean isAutoStartup() {
        return roles.workers();
    }

    @Override
    public synchronized void start() {
        handlers.forEach(handler -> open.add(open(handler)));
        LOG.info("{} job types are served", open.size());
    }

    private <I extends Record, O extends Record> JobWorker open(JobHandler<I, O> handler) {
        var spec = handler.spec();
        return client.newWorker()
                .jobType(spec.type())
                .handler(new JobRunner<>(handler, commands, meters, running))
                .name("kameng")
                .timeout(spec.timeout())
                .maxJobsActive(spec.maxActive())
                .fetchVariables(JobVariables.names(spec.input()))
                .streamEnabled(true)
                .streamTimeout(STREAM_RENEWAL)
                .open();
    }

    /** Takes no new job, lets the running ones finish for a while; the engine offers the others again. */
    @Override
    public synchronized void stop() {
        open.forEach(JobWorker::close);
        open.clear();
        if (!Patience.until(() -> running.get() == 0, settings.stopPatience())) {
            LOG.warn("{} jobs were still running at the stop; the engine will offer them again", running.get());
        }
        commands.stop();
    }

    @Override
    public synchronized boolean isRunning() {
        return !open.isEmpty();
    }
}
