package org.kameng.processes.engine;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the jobs of one handler: variables in, outcome out, and the outcome told to the engine until it is taken. */
final class JobRunner<I extends Record, O extends Record> implements io.camunda.client.api.worker.JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    /** What every model states; the back-off counts from it. */
    static final int RETRIES = 20;

    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(2));

    private final JobHandler<I, O> handler;
    private final JobSpec<I, O> spec;
    private final EngineCommands commands;
    private final MeterRegistry meters;
    private final AtomicInteger running;

    JobRunner(JobHandler<I, O> handler, EngineCommands commands, MeterRegistry meters, AtomicInteger running) {
        this.handler = handler;
        this.spec = handler.spec();
        this.commands = commands;
        this.meters = meters;
        this.running = running;
    }

    @Override
    public void handle(JobClient client, ActivatedJob job) {
        var timer = Timer.start(meters);
        running.incrementAndGet();
        var outcome = "given-up";
        try {
            outcome = handleCounted(client, job);
        } finally {
            running.decrementAndGet();
            timer.stop(meters.timer("kameng.jobs", "type", spec.type(), "outcome", outcome));
        }
    }

    private String handleCounted(JobClient client, ActivatedJob job) {
        try {
            return switch (handler.handle(JobVariables.read(job, spec.input()))) {
                case JobOutcome.Done<O>(var out) -> complete(client, job, out);
                case JobOutcome.BpmnError<O>(var code, var reason) -> throwError(client, job, code, reason);
                case JobOutcome.Retry<O>(var reason) -> fail(client, job, reason, job.getRetries() - 1, "retry");
            };
        } catch (JobVariables.MissingVariable e) {
            LOG.error("job {} of {}: {}", job.getKey(), spec.type(), e.getMessage());
            return fail(client, job, spec.type() + ": " + e.getMessage(), 0, "bad-variables");
        } catch (RuntimeException | Error e) {
            // An error, too: a job that is told to nobody would be tried for ever without an incident.
            LOG.warn("job {} of {} failed: {}", job.getKey(), spec.type(), Failures.describe(e));
            return fail(client, job, spec.type() + " failed unexpectedly", job.getRetries() - 1, "failed");
        }
    }

    private String complete(JobClient client, ActivatedJob job, O out) {
        var variables = JobVariables.write(out);
        return told(
                commands.send("complete", () -> client.newCompleteCommand(job).variables(variables)), "done");
    }

    private String throwError(JobClient client, ActivatedJob job, String code, String reason) {
        return told(
                commands.send(
                        "throw-error",
                        () -> client.newThrowErrorCommand(job).errorCode(code).errorMessage(reason)),
                "error");
    }

    private String fail(JobClient client, ActivatedJob job, String reason, int retries, String outcome) {
        var left = Math.max(0, retries);
        var wait = BACK_OFF.after(RETRIES - 1 - left);
        return told(
                commands.send(
                        "fail",
                        () -> client.newFailCommand(job)
                                .retries(left)
                                .retryBackoff(wait)
                                .errorMessage(reason)),
                outcome);
    }

    private static String told(EngineCommands.Sent sent, String outcome) {
        return switch (sent) {
            case TAKEN -> outcome;
            case GONE -> "gone";
            case GIVEN_UP -> "given-up";
        };
    }
}
