package org.kameng.processes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.impl.CamundaClientBuilderImpl;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kameng.processes.model.Stories;
import org.kameng.processes.order.OrderToDelivery;
import org.kameng.processes.order.OrderToDelivery.RequestPaymentInput;
import org.kameng.processes.order.OrderToDelivery.RequestPaymentOutput;
import org.kameng.processes.order.OrderToDelivery.Start;
import org.kameng.tools.cptengine.CptEngine;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;

/** Workers as a deployment stops and starts them, between them a job in hand, and minutes without anybody. */
class JobWorkersTest {
    private static final String TYPE = OrderToDelivery.Jobs.REQUEST_PAYMENT;
    private static final RequestPaymentOutput AWAITING = new RequestPaymentOutput("AWAITING_PAYMENT", null, null);

    @RegisterExtension
    static final CamundaProcessTestExtension CPT = CptEngine.extension();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CountDownLatch inHand = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);
    private final List<CamundaClient> clients = new ArrayList<>();
    private CamundaClient client;
    private CamundaProcessTestContext context;

    @BeforeEach
    void deploy() {
        new Stories(client, context).deploy();
    }

    @AfterEach
    void let_everybody_go() {
        leave.countDown();
        clients.forEach(CamundaClient::close);
    }

    @Test
    void a_stop_lets_the_job_in_hand_finish_and_takes_no_other() throws Exception {
        var workers = workers(Duration.ofSeconds(20), this::slowly);
        workers.start();
        place("KM1");
        assertThat(inHand.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(meters.get("kameng.jobs.running").gauge().value()).isEqualTo(1);
        var stop = CompletableFuture.runAsync(workers::stop);
        assertThatThrownBy(() -> stop.get(500, TimeUnit.MILLISECONDS))
                .as("it waits for the job in hand")
                .isInstanceOf(TimeoutException.class);
        leave.countDown();
        stop.get(20, TimeUnit.SECONDS);
        assertThat(count("done")).isOne();
        assertThat(meters.get("kameng.jobs.running").gauge().value()).isZero();
        assertThat(workers.isRunning()).isFalse();
        place("KM2");
        await().atMost(Duration.ofSeconds(20)).until(() -> offered().equals(List.of("KM2")));
        assertThat(count("done")).isOne();
    }

    @Test
    void a_job_that_outlasts_the_stop_is_offered_to_the_next_and_its_late_answer_counts_for_nothing() throws Exception {
        var stopped = workers(Duration.ofMillis(100), this::slowly);
        stopped.start();
        place("KM1");
        assertThat(inHand.await(20, TimeUnit.SECONDS)).isTrue();
        stopped.stop();
        var next = workers(Duration.ofSeconds(20), in -> JobOutcome.done(AWAITING));
        next.start();
        context.increaseTime(Duration.ofMinutes(2));
        await().atMost(Duration.ofSeconds(20)).until(() -> count("done") == 1);
        leave.countDown();
        await().atMost(Duration.ofSeconds(20)).until(() -> count("gone") == 1);
        next.stop();
        assertThat(count("done")).isOne();
    }

    @Test
    void what_gathered_in_minutes_without_workers_is_drained_by_the_first_that_comes() {
        for (var i = 1; i <= 30; i++) place("KM" + i);
        context.increaseTime(Duration.ofMinutes(5));
        var workers = workers(Duration.ofSeconds(20), in -> JobOutcome.done(AWAITING));
        workers.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> count("done") == 30);
        workers.stop();
        assertThat(offered()).isEmpty();
    }

    private JobOutcome<RequestPaymentOutput> slowly(RequestPaymentInput in) {
        inHand.countDown();
        try {
            leave.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return JobOutcome.done(AWAITING);
    }

    private JobWorkers workers(
            Duration patience, Function<RequestPaymentInput, JobOutcome<RequestPaymentOutput>> answer) {
        var handler = new JobHandler<RequestPaymentInput, RequestPaymentOutput>() {
            @Override
            public JobSpec<RequestPaymentInput, RequestPaymentOutput> spec() {
                return new JobSpec<>(
                        TYPE, RequestPaymentInput.class, RequestPaymentOutput.class, Duration.ofMinutes(1), 4);
            }

            @Override
            public JobOutcome<RequestPaymentOutput> handle(RequestPaymentInput input) {
                return answer.apply(input);
            }
        };
        var nowhere = URI.create("http://127.0.0.1:1");
        var settings = new EngineSettings(
                nowhere,
                nowhere,
                Duration.ofSeconds(10),
                Duration.ofDays(1),
                Duration.ofMinutes(1),
                Duration.ofMillis(200),
                patience);
        // A client of its own, as each process has: a handler that stays holds up nobody else's.
        var own = context.createClient();
        clients.add(own);
        return new JobWorkers(
                own,
                settings,
                new Roles(Set.of("workers")),
                new StaticListableBeanFactory(Map.of("handler", handler))
                        .getBeanProvider(ResolvableType.forClass(JobHandler.class)),
                meters,
                new EngineChannel(new CamundaClientBuilderImpl()));
    }

    private void place(String no) {
        var deadline = context.getCurrentTime().plus(Duration.ofMinutes(15)).toString();
        client.newPublishMessageCommand()
                .messageName(OrderToDelivery.Messages.ORDER_PLACED)
                .correlationKey(no)
                .variables(Answers.variables(new Start(no, no, deadline, 0, List.of())))
                .send()
                .join();
    }

    /** The orders whose job the engine offers to whoever asks. */
    private List<Object> offered() {
        return client
                .newActivateJobsCommand()
                .jobType(TYPE)
                .maxJobsToActivate(100)
                .timeout(Duration.ofMillis(1))
                .requestTimeout(Duration.ofSeconds(2))
                .send()
                .join()
                .getJobs()
                .stream()
                .map(job -> job.getVariable("orderNo"))
                .toList();
    }

    private long count(String outcome) {
        return meters.timer("kameng.jobs", "type", TYPE, "outcome", outcome).count();
    }
}
