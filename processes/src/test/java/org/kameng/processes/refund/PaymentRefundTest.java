package org.kameng.processes.refund;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.kameng.processes.refund.PaymentRefund.Jobs.QUERY_REFUND;
import static org.kameng.processes.refund.PaymentRefund.Jobs.REQUEST_REFUND;
import static org.kameng.processes.refund.PaymentRefund.Messages.REFUND_REQUESTED;
import static org.kameng.processes.refund.PaymentRefund.Messages.REFUND_SETTLED;
import static org.kameng.processes.refund.PaymentRefund.States.ABNORMAL;
import static org.kameng.processes.refund.PaymentRefund.States.CLOSED;
import static org.kameng.processes.refund.PaymentRefund.States.NOTHING_DUE;
import static org.kameng.processes.refund.PaymentRefund.States.PROCESSING;
import static org.kameng.processes.refund.PaymentRefund.States.SUCCESS;
import static org.kameng.processes.refund.PaymentRefund.Tasks.SETTLE_REFUND_BY_HAND;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kameng.processes.engine.Answers;
import org.kameng.processes.model.Coverage;
import org.kameng.processes.model.Stories;
import org.kameng.processes.refund.PaymentRefund.QueryRefundOutput;
import org.kameng.processes.refund.PaymentRefund.RequestRefundOutput;
import org.kameng.processes.refund.PaymentRefund.SettleRefundByHandOutput;
import org.kameng.processes.refund.PaymentRefund.Settled;
import org.kameng.processes.refund.PaymentRefund.Start;
import org.kameng.tools.cptengine.CptEngine;

class PaymentRefundTest {
    private static final String PROCESS = PaymentRefund.PROCESS_ID;
    private static final String NO = "RF261122TEST00000001";
    private static final String GATEWAY = "Gateway_RefundReported";

    @Order(1)
    @RegisterExtension
    static final Coverage COVERAGE = new Coverage("payment-refund.bpmn");

    @Order(2)
    @RegisterExtension
    static final CamundaProcessTestExtension CPT = CptEngine.extension().withCoverageReportDirectory(Coverage.REPORTS);

    private CamundaClient client;
    private CamundaProcessTestContext context;
    private Stories stories;

    @BeforeEach
    void deploy() {
        stories = new Stories(client, context);
        stories.deploy();
    }

    private void requested(String... states) {
        var answers = new Record[states.length];
        for (var i = 0; i < states.length; i++) answers[i] = new RequestRefundOutput(NO, states[i]);
        stories.answer(REQUEST_REFUND, answers);
        stories.publish(REFUND_REQUESTED, NO, NO, Answers.variables(new Start(NO, "KM1", NO)));
    }

    /** The news, and what is stored when somebody looks. */
    private void reported(String state) {
        stories.answer(QUERY_REFUND, new QueryRefundOutput(state));
        settled(state);
    }

    private void settled(String state) {
        stories.publish(REFUND_SETTLED, NO, NO + state, Answers.variables(new Settled(state)));
    }

    private void decided(String verdict, String state) {
        stories.answer(PaymentRefund.Jobs.SETTLE_REFUND_BY_HAND, new SettleRefundByHandOutput(state));
        context.completeUserTask(SETTLE_REFUND_BY_HAND, Map.of("decision", verdict));
    }

    @Test
    void a_refund_the_channel_reports_is_settled() {
        requested(PROCESSING);
        stories.waitsAt(PROCESS, GATEWAY);
        reported(SUCCESS);
        stories.endedAt(PROCESS, "IntermediateEvent_RefundSettled", "EndEvent_RefundSettled");
    }

    @Test
    void a_report_that_is_faster_than_its_wait_is_not_lost() {
        reported(SUCCESS);
        requested(PROCESSING);
        stories.endedAt(PROCESS, "IntermediateEvent_RefundSettled", "EndEvent_RefundSettled");
    }

    @Test
    void an_order_that_calls_gets_its_refund_without_a_message() {
        stories.answer(REQUEST_REFUND, new RequestRefundOutput(NO, SUCCESS));
        client.newCreateInstanceCommand()
                .bpmnProcessId(PROCESS)
                .latestVersion()
                .variables(Map.of("businessNo", "KM1", "orderNo", "KM1"))
                .send()
                .join();
        stories.endedAt(PROCESS, "StartEvent_RefundNeeded", "EndEvent_RefundSettled");
    }

    @Test
    void an_order_with_nothing_due_ends_as_settled() {
        stories.answer(REQUEST_REFUND, new RequestRefundOutput(null, NOTHING_DUE));
        client.newCreateInstanceCommand()
                .bpmnProcessId(PROCESS)
                .latestVersion()
                .variables(Map.of("businessNo", "KM1", "orderNo", "KM1"))
                .send()
                .join();
        stories.endedAt(PROCESS, "EndEvent_RefundSettled");
    }

    @Test
    void a_silent_channel_is_asked_after_one_five_and_thirty_minutes_then_every_six_hours() {
        stories.answer(
                QUERY_REFUND,
                new QueryRefundOutput(PROCESSING),
                new QueryRefundOutput(PROCESSING),
                new QueryRefundOutput(PROCESSING),
                new QueryRefundOutput(SUCCESS));
        requested(PROCESSING);
        asked(Duration.ofMinutes(1), 1);
        asked(Duration.ofMinutes(5), 2);
        asked(Duration.ofMinutes(30), 3);
        stories.waitsAt(PROCESS, GATEWAY);
        context.increaseTime(Duration.ofHours(6).plusSeconds(1));
        stories.endedAt(PROCESS, "Task_QueryRefund", "EndEvent_RefundSettled");
    }

    private void asked(Duration later, int queries) {
        stories.waitsAt(PROCESS, GATEWAY);
        context.increaseTime(later.plusSeconds(1));
        assertThatProcessInstance(byProcessId(PROCESS)).hasVariable("refundQueries", queries);
    }

    @Test
    void a_refund_the_channel_cannot_pay_is_settled_by_hand() {
        requested(ABNORMAL);
        stories.waitsAt(PROCESS, SETTLE_REFUND_BY_HAND);
        assertThatUserTask(byElementId(SETTLE_REFUND_BY_HAND)).isCreated().hasCandidateGroup("FINANCE");
        decided("settled", "SETTLED_BY_HAND");
        stories.endedAt(PROCESS, "Task_RecordSettlement", "EndEvent_RefundSettledByHand");
    }

    @Test
    void a_refund_the_channel_closes_later_is_settled_by_hand() {
        requested(PROCESSING);
        stories.waitsAt(PROCESS, GATEWAY);
        reported(CLOSED);
        stories.waitsAt(PROCESS, SETTLE_REFUND_BY_HAND);
        decided("settled", "SETTLED_BY_HAND");
        stories.endedAt(PROCESS, "EndEvent_RefundSettledByHand");
    }

    @Test
    void a_person_may_ask_the_channel_once_more() {
        requested(ABNORMAL, SUCCESS);
        stories.waitsAt(PROCESS, SETTLE_REFUND_BY_HAND);
        decided("retry", PROCESSING);
        stories.endedAt(PROCESS, "Task_RecordSettlement", "EndEvent_RefundSettled");
    }

    @Test
    void an_old_report_does_not_undo_another_try() {
        stories.answer(QUERY_REFUND, new QueryRefundOutput(PROCESSING), new QueryRefundOutput(SUCCESS));
        requested(ABNORMAL, PROCESSING);
        stories.waitsAt(PROCESS, SETTLE_REFUND_BY_HAND);
        settled(ABNORMAL);
        decided("retry", PROCESSING);
        assertThatProcessInstance(byProcessId(PROCESS))
                .hasCompletedElements("IntermediateEvent_RefundSettled")
                .hasVariable("refundQueries", 1);
        stories.waitsAt(PROCESS, GATEWAY);
        settled(SUCCESS);
        stories.endedAt(PROCESS, "EndEvent_RefundSettled");
        assertThatProcessInstance(byProcessId(PROCESS)).hasCompletedElement(SETTLE_REFUND_BY_HAND, 1);
    }

    @Test
    void a_channel_silent_for_days_hands_over_to_a_person() {
        stories.answer(QUERY_REFUND, new QueryRefundOutput(PROCESSING));
        requested(PROCESSING);
        for (var query = 1; query <= 20; query++) {
            if (query > 1) {
                assertThatProcessInstance(byProcessId(PROCESS)).hasVariable("refundQueries", query - 1);
            }
            stories.waitsAt(PROCESS, GATEWAY);
            context.increaseTime(Duration.ofHours(6).plusSeconds(1));
        }
        stories.waitsAt(PROCESS, SETTLE_REFUND_BY_HAND);
        decided("settled", "SETTLED_BY_HAND");
        stories.endedAt(PROCESS, "EndEvent_RefundSettledByHand");
    }
}
