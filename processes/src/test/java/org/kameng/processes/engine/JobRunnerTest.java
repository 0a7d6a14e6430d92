package org.kameng.processes.engine;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.impl.CamundaClientBuilderImpl;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kameng.processes.model.Stories;
import org.kameng.processes.order.OrderToDelivery;
import org.kameng.processes.order.OrderToDelivery.CloseOrderInput;
import org.kameng.processes.order.OrderToDelivery.CloseOrderOutput;
import org.kameng.processes.order.OrderToDelivery.RequestPaymentInput;
import org.kameng.processes.order.OrderToDelivery.RequestPaymentOutput;
import org.kameng.processes.order.OrderToDelivery.Start;
import org.kameng.tools.cptengine.CptEngine;

class JobRunnerTest {
    private static final RequestPaymentOutput AWAITING = new RequestPaymentOutput("AWAITING_PAYMENT", null, null);

    @RegisterExtension
    static final CamundaProcessTestExtension CPT = CptEngine.extension();

    private static final EngineSettings SETTINGS = new EngineSettings(
            URI.create("http://127.0.0.1:1"),
            URI.create("http://127.0.0.1:1"),
            Duration.ofSeconds(10),
            Duration.ofDays(1),
            Duration.ofMinutes(1),
            Duration.ofMillis(200),
            Duration.ofSeconds(1));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private CamundaClient client;
    private CamundaProcessTestContext context;

    @BeforeEach
    void deploy() {
        new Stories(client, context).deploy();
    }

    private <I extends Record, O extends Record> void work(
            String type, Class<I> in, Class<O> out, Function<I, JobOutcome<O>> answer) {
        var handler = new JobHandler<I, O>() {
            @Override
            public JobSpec<I, O> spec() {
                return new JobSpec<>(type, in, out, Duration.ofMinutes(1), 4);
            }

            @Override
            public JobOutcome<O> handle(I input) {
                return answer.apply(input);
            }
        };
        var channel = new EngineChannel(new CamundaClientBuilderImpl());
        var commands = new EngineCommands(meters, Duration.ofSeconds(10), channel);
        client.newWorker()
                .jobType(type)
                .handler(new JobRunner<>(handler, commands, meters, new AtomicInteger()))
                .fetchVariables(JobVariables.names(in))
                .open();
    }

    private void requestPayment(Function<RequestPaymentInput, JobOutcome<RequestPaymentOutput>> answer) {
        work(OrderToDelivery.Jobs.REQUEST_PAYMENT, RequestPaymentInput.class, RequestPaymentOutput.class, answer);
    }

    private void placed() {
        var deadline = context.getCurrentTime().plus(Duration.ofMinutes(15)).toString();
        publish(Answers.variables(new Start("KM1", "KM1", deadline, 0, List.of())));
    }

    private void publish(Map<String, Object> variables) {
        client.newPublishMessageCommand()
                .messageName(OrderToDelivery.Messages.ORDER_PLACED)
                .correlationKey("KM1")
                .variables(variables)
                .send()
                .join();
    }

    private String incident() {
        assertThatProcessInstance(byProcessId(OrderToDelivery.PROCESS_ID)).hasActiveIncidents();
        return client.newIncidentSearchRequest()
                .send()
                .join()
                .items()
                .getFirst()
                .getErrorMessage();
    }

    @Test
    void an_answer_becomes_variables_and_leaves_out_what_it_does_not_know() {
        requestPayment(in -> JobOutcome.done(AWAITING));
        placed();
        assertThatProcessInstance(byProcessId(OrderToDelivery.PROCESS_ID))
                .hasActiveElements("Gateway_PaidInTime")
                .hasVariable("orderState", "AWAITING_PAYMENT")
                .hasVariable("riskScore", 0);
        assertThat(meters.timer("kameng.jobs", "type", "request-payment", "outcome", "done")
                        .count())
                .isOne();
    }

    @Test
    void an_error_takes_the_road_the_model_has_for_it() {
        requestPayment(in -> JobOutcome.error(OrderToDelivery.Errors.PAYMENT_REFUSED, "no"));
        work(
                OrderToDelivery.Jobs.CLOSE_ORDER,
                CloseOrderInput.class,
                CloseOrderOutput.class,
                in -> JobOutcome.done(new CloseOrderOutput("CLOSED", in.closeReason(), 0, List.of())));
        placed();
        assertThatProcessInstance(byProcessId(OrderToDelivery.PROCESS_ID))
                .isCompleted()
                .hasCompletedElements("EndEvent_PaymentRefused");
    }

    @Test
    void a_job_that_cannot_be_done_now_is_offered_again_after_a_pause() {
        var calls = new AtomicInteger();
        requestPayment(in -> calls.incrementAndGet() < 3 ? JobOutcome.retry("silence") : JobOutcome.done(AWAITING));
        placed();
        assertThatProcessInstance(byProcessId(OrderToDelivery.PROCESS_ID)).isActive();
        for (var i = 1; i < 3; i++) {
            var wanted = i;
            org.awaitility.Awaitility.await().until(() -> calls.get() >= wanted);
            context.increaseTime(Duration.ofMinutes(3));
        }
        assertThatProcessInstance(byProcessId(OrderToDelivery.PROCESS_ID))
                .hasVariable("orderState", "AWAITING_PAYMENT");
        assertThat(calls).hasValue(3);
    }

    @Test
    void a_missing_variable_stops_at_once_and_says_its_name() {
        requestPayment(in -> JobOutcome.done(AWAITING));
        publish(Map.of("businessNo", "KM1", "riskScore", 0, "riskFlags", List.of()));
        assertThat(incident()).isEqualTo("request-payment: variable orderNo is missing");
    }

    @Test
    void a_job_that_used_up_its_retries_is_offered_again_and_one_that_is_gone_stays_gone() {
        var broken = new AtomicBoolean(true);
        requestPayment(in -> {
            if (broken.get()) throw new StackOverflowError();
            return JobOutcome.done(AWAITING);
        });
        placed();
        org.awaitility.Awaitility.await().until(() -> {
            context.increaseTime(Duration.ofMinutes(3));
            return !client.newIncidentSearchRequest().send().join().items().isEmpty();
        });
        broken.set(false);
        var incident = client.newIncidentSearchRequest().send().join().items().getFirst();
        var jobs = new StuckJobs(client, SETTINGS);
        assertThat(jobs.offerAgain(incident.getJobKey(), incident.getIncidentKey(), 3))
                .isEqualTo(StuckJobs.Offer.TAKEN);
        assertThatProcessInstance(byProcessId(OrderToDelivery.PROCESS_ID))
                .hasVariable("orderState", "AWAITING_PAYMENT");
        assertThat(jobs.offerAgain(incident.getJobKey(), incident.getIncidentKey(), 3))
                .isEqualTo(StuckJobs.Offer.GONE);
    }

    @Test
    void a_failure_is_described_without_its_message() {
        var failure = Failures.describe(new IllegalStateException("card of Mr Wang", new RuntimeException("secret")));
        assertThat(failure)
                .startsWith("IllegalStateException < RuntimeException at org.kameng.")
                .doesNotContain("Wang", "secret");
    }
}
