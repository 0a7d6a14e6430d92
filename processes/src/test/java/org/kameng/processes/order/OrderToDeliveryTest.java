package org.kameng.processes.order;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kameng.processes.order.OrderToDelivery.CloseReasons.CANCELLED;
import static org.kameng.processes.order.OrderToDelivery.CloseReasons.EXPIRED;
import static org.kameng.processes.order.OrderToDelivery.CloseReasons.PAYMENT_REFUSED;
import static org.kameng.processes.order.OrderToDelivery.CloseReasons.RISK_REFUSED;
import static org.kameng.processes.order.OrderToDelivery.Messages.ORDER_CANCELLED;
import static org.kameng.processes.order.OrderToDelivery.Messages.ORDER_PLACED;
import static org.kameng.processes.order.OrderToDelivery.Messages.PAYMENT_CONFIRMED;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kameng.processes.engine.Answers;
import org.kameng.processes.engine.Nothing;
import org.kameng.processes.model.Coverage;
import org.kameng.processes.model.Stories;
import org.kameng.processes.order.OrderToDelivery.CloseOrderOutput;
import org.kameng.processes.order.OrderToDelivery.DeliverFromStockOutput;
import org.kameng.processes.order.OrderToDelivery.Errors;
import org.kameng.processes.order.OrderToDelivery.HoldOrderOutput;
import org.kameng.processes.order.OrderToDelivery.Jobs;
import org.kameng.processes.order.OrderToDelivery.PaymentConfirmed;
import org.kameng.processes.order.OrderToDelivery.RequestPaymentOutput;
import org.kameng.processes.order.OrderToDelivery.Start;
import org.kameng.processes.purchase.SupplierPurchase;
import org.kameng.processes.purchase.SupplierPurchase.EndSupplyOutput;
import org.kameng.processes.purchase.SupplierPurchase.StepOutput;
import org.kameng.processes.purchase.SupplierPurchase.Steps;
import org.kameng.processes.refund.PaymentRefund;
import org.kameng.processes.refund.PaymentRefund.RequestRefundOutput;
import org.kameng.tools.cptengine.CptEngine;

class OrderToDeliveryTest {
    private static final String PROCESS = OrderToDelivery.PROCESS_ID;
    private static final String NO = "KM261122TEST00000001";
    private static final String GATEWAY = "Gateway_PaidInTime";
    private static final RequestPaymentOutput AWAITING = new RequestPaymentOutput("AWAITING_PAYMENT", null, null);
    private static final DeliverFromStockOutput DELIVERED = new DeliverFromStockOutput("DELIVERED", 2, 0, 0);

    @Order(1)
    @RegisterExtension
    static final Coverage COVERAGE = new Coverage("order-to-delivery.bpmn");

    @Order(2)
    @RegisterExtension
    static final CamundaProcessTestExtension CPT = CptEngine.extension().withCoverageReportDirectory(Coverage.REPORTS);

    private CamundaClient client;
    private CamundaProcessTestContext context;
    private Stories stories;

    @BeforeEach
    void the_usual_workers_answer() {
        stories = new Stories(client, context);
        stories.deploy();
        stories.answer(Jobs.NOTIFY_BUYER, new Nothing());
        stories.answer(PaymentRefund.Jobs.REQUEST_REFUND, new RequestRefundOutput("RF1", PaymentRefund.States.SUCCESS));
    }

    private void placed(int score, String... flags) {
        placedAs(NO, score, flags);
    }

    private void placedAs(String messageId, int score, String... flags) {
        var deadline = context.getCurrentTime().plus(Duration.ofMinutes(15)).toString();
        stories.publish(
                ORDER_PLACED, NO, messageId, Answers.variables(new Start(NO, NO, deadline, score, List.of(flags))));
    }

    private void awaitingPayment() {
        stories.answer(Jobs.REQUEST_PAYMENT, AWAITING);
        placed(0);
        stories.waitsAt(PROCESS, GATEWAY);
    }

    private void paid(int score, String... flags) {
        stories.publish(PAYMENT_CONFIRMED, NO, "T1", Answers.variables(new PaymentConfirmed(score, List.of(flags))));
    }

    private void held() {
        stories.answer(Jobs.HOLD_ORDER, new HoldOrderOutput("ON_HOLD"));
        awaitingPayment();
        paid(60, "R02");
        stories.waitsAt(PROCESS, OrderToDelivery.Tasks.REVIEW_PAYMENT);
    }

    @Test
    void an_order_paid_in_time_is_delivered() {
        stories.answer(Jobs.DELIVER_FROM_STOCK, DELIVERED);
        awaitingPayment();
        paid(0);
        stories.endedAt(PROCESS, "Task_NotifyBuyer", "EndEvent_OrderDelivered");
    }

    @Test
    void a_payment_that_is_faster_than_its_wait_is_not_lost() {
        stories.answer(Jobs.DELIVER_FROM_STOCK, DELIVERED);
        placed(0);
        paid(0);
        stories.answer(Jobs.REQUEST_PAYMENT, AWAITING);
        stories.endedAt(PROCESS, "IntermediateEvent_PaymentConfirmed", "EndEvent_OrderDelivered");
    }

    @Test
    void the_same_messages_sent_twice_make_one_order() {
        stories.answer(Jobs.DELIVER_FROM_STOCK, DELIVERED);
        awaitingPayment();
        assertThat(rejected(() -> placed(0))).isTrue();
        paid(0);
        assertThat(rejected(() -> paid(0))).isTrue();
        stories.endedAt(PROCESS, "EndEvent_OrderDelivered");
        assertThat(client.newProcessInstanceSearchRequest()
                        .filter(filter -> filter.processDefinitionId(PROCESS))
                        .send()
                        .join()
                        .items())
                .hasSize(1);
    }

    private static boolean rejected(Runnable send) {
        try {
            send.run();
            return false;
        } catch (RuntimeException alreadyExists) {
            return alreadyExists.getMessage().contains("already");
        }
    }

    @Test
    void an_order_too_risky_to_take_is_refused() {
        stories.answer(Jobs.CLOSE_ORDER, new CloseOrderOutput("CLOSED", RISK_REFUSED, 120, List.of("R17")));
        placed(120, "R17");
        stories.endedAt(PROCESS, "Task_CloseOrder", "EndEvent_OrderRefused");
    }

    @Test
    void a_payment_the_channel_refuses_for_good_closes_the_order() {
        context.mockJobWorker(Jobs.REQUEST_PAYMENT).thenThrowBpmnError(Errors.PAYMENT_REFUSED);
        stories.answer(Jobs.CLOSE_ORDER, new CloseOrderOutput("CLOSED", PAYMENT_REFUSED, 0, List.of()));
        placed(0);
        stories.endedAt(PROCESS, "BoundaryEvent_PaymentRefused", "EndEvent_PaymentRefused");
    }

    @Test
    void an_order_the_buyer_cancels_is_closed() {
        stories.answer(Jobs.CLOSE_ORDER, new CloseOrderOutput("CLOSED", CANCELLED, 0, List.of()));
        awaitingPayment();
        stories.publish(ORDER_CANCELLED, NO, "C1", Map.of());
        stories.endedAt(PROCESS, "IntermediateEvent_OrderCancelled", "EndEvent_OrderCancelled");
    }

    @Test
    void an_order_nobody_pays_expires_at_its_deadline() {
        stories.answer(Jobs.CLOSE_ORDER, new CloseOrderOutput("CLOSED", EXPIRED, 0, List.of()));
        awaitingPayment();
        context.increaseTime(Duration.ofMinutes(14));
        stories.waitsAt(PROCESS, GATEWAY);
        context.increaseTime(Duration.ofMinutes(1).plusSeconds(1));
        stories.endedAt(PROCESS, "IntermediateEvent_PaymentDeadlinePassed", "EndEvent_OrderExpired");
    }

    @Test
    void a_payment_at_the_instant_of_the_deadline_wins_where_the_database_says_so() {
        stories.answer(Jobs.CLOSE_ORDER, new CloseOrderOutput("PAID", EXPIRED, 0, List.of()));
        stories.answer(Jobs.DELIVER_FROM_STOCK, DELIVERED);
        awaitingPayment();
        context.increaseTime(Duration.ofMinutes(16));
        stories.endedAt(PROCESS, "Task_CloseOrder", "EndEvent_OrderDelivered");
    }

    @Test
    void the_risk_of_a_payment_found_while_closing_is_judged_too() {
        stories.answer(Jobs.CLOSE_ORDER, new CloseOrderOutput("PAID", EXPIRED, 110, List.of("R15")));
        stories.answer(Jobs.DELIVER_FROM_STOCK, DELIVERED);
        awaitingPayment();
        context.increaseTime(Duration.ofMinutes(16));
        stories.endedAt(PROCESS, "CallActivity_RefundWhatIsMissing", "EndEvent_OrderRefunded");
    }

    @Test
    void an_order_started_again_after_its_payment_is_delivered() {
        stories.answer(Jobs.REQUEST_PAYMENT, new RequestPaymentOutput("PAID", 0, List.of()));
        stories.answer(Jobs.DELIVER_FROM_STOCK, DELIVERED);
        placedAs(NO + "#g1", 0);
        stories.endedAt(PROCESS, "Task_DeliverFromStock", "EndEvent_OrderDelivered");
    }

    @Test
    void an_order_started_again_after_it_was_closed_ends_at_once() {
        stories.answer(Jobs.REQUEST_PAYMENT, new RequestPaymentOutput("CLOSED", 0, List.of()));
        placedAs(NO + "#g1", 0);
        stories.endedAt(PROCESS, "EndEvent_OrderAlreadyClosed");
    }

    @Test
    void a_held_payment_that_a_person_lets_pass_is_delivered() {
        stories.answer(Jobs.DELIVER_FROM_STOCK, DELIVERED);
        held();
        assertThatUserTask(byElementId(OrderToDelivery.Tasks.REVIEW_PAYMENT))
                .isCreated()
                .hasName("Review payment")
                .hasCandidateGroup("SUPPORT_AGENT");
        context.completeUserTask(OrderToDelivery.Tasks.REVIEW_PAYMENT, Map.of("decision", "deliver"));
        stories.endedAt(PROCESS, "Task_ReviewPayment", "EndEvent_OrderDelivered");
    }

    @Test
    void a_held_payment_that_a_person_refuses_is_refunded() {
        held();
        context.completeUserTask(OrderToDelivery.Tasks.REVIEW_PAYMENT, Map.of("decision", "refund"));
        stories.endedAt(PROCESS, "Task_ReviewPayment", "Task_NotifyBuyerOfRefund", "EndEvent_OrderRefunded");
    }

    @Test
    void a_held_payment_nobody_reviews_for_four_hours_is_refunded() {
        held();
        context.increaseTime(Duration.ofHours(4).plusSeconds(1));
        stories.endedAt(PROCESS, "BoundaryEvent_ReviewTookFourHours", "EndEvent_OrderRefunded");
    }

    @Test
    void an_order_that_went_on_before_it_could_be_held_needs_no_review() {
        stories.answer(Jobs.HOLD_ORDER, new HoldOrderOutput("REFUNDING"));
        stories.answer(Jobs.DELIVER_FROM_STOCK, new DeliverFromStockOutput("REFUNDING", 0, 0, 0));
        awaitingPayment();
        paid(50, "R09");
        stories.endedAt(PROCESS, "Task_HoldOrder", "EndEvent_OrderRefunded");
    }

    @Test
    void a_payment_too_risky_to_deliver_is_refunded() {
        awaitingPayment();
        paid(130, "R15");
        stories.endedAt(PROCESS, "Task_AssessPaymentRisk", "EndEvent_OrderRefunded");
    }

    @Test
    void what_stock_cannot_give_is_bought_and_delivered() {
        stories.answer(Jobs.DELIVER_FROM_STOCK, new DeliverFromStockOutput("PAID", 1, 0, 1));
        stories.answer(SupplierPurchase.Jobs.CHOOSE_SOURCE, new StepOutput(Steps.ENDED, null, null, "SUPPLIED", 2));
        stories.answer(SupplierPurchase.Jobs.END_SUPPLY, new EndSupplyOutput("SUPPLIED", 2));
        awaitingPayment();
        paid(0);
        stories.endedAt(PROCESS, "CallActivity_BuyFromSuppliers", "Task_NotifyBuyer", "EndEvent_OrderDelivered");
        stories.endedAt(SupplierPurchase.PROCESS_ID, "EndEvent_OrderSupplied");
    }

    @Test
    void what_nobody_can_give_is_refunded_and_the_rest_is_delivered() {
        stories.answer(Jobs.DELIVER_FROM_STOCK, new DeliverFromStockOutput("PAID", 1, 0, 1));
        stories.answer(SupplierPurchase.Jobs.CHOOSE_SOURCE, new StepOutput(Steps.GIVE_UP, null, null, "NO_SOURCE", 1));
        stories.answer(SupplierPurchase.Jobs.END_SUPPLY, new EndSupplyOutput("NO_SOURCE", 1));
        awaitingPayment();
        paid(0);
        stories.endedAt(PROCESS, "CallActivity_RefundWhatIsMissing", "EndEvent_OrderPartlyDelivered");
        stories.endedAt(SupplierPurchase.PROCESS_ID, "EndEvent_NoSourceLeft");
        stories.endedAt(PaymentRefund.PROCESS_ID, "EndEvent_RefundSettled");
    }

    @Test
    void an_order_walked_again_after_its_supply_ended_is_refunded_at_once() {
        stories.answer(Jobs.REQUEST_PAYMENT, new RequestPaymentOutput("PAID", 0, List.of()));
        stories.answer(Jobs.DELIVER_FROM_STOCK, new DeliverFromStockOutput("PAID", 0, 2, 0));
        placedAs(NO + "#g1", 0);
        stories.endedAt(PROCESS, "CallActivity_RefundWhatIsMissing", "EndEvent_OrderRefunded");
    }

    @Test
    void an_empty_stock_gives_the_money_back() {
        stories.answer(Jobs.DELIVER_FROM_STOCK, new DeliverFromStockOutput("REFUNDING", 0, 0, 0));
        awaitingPayment();
        paid(0);
        stories.endedAt(PROCESS, "Task_NotifyBuyerOfRefund", "EndEvent_OrderRefunded");
    }

    @Test
    void a_job_that_fails_for_good_stands_still_until_somebody_helps() {
        var attempts = new ArrayList<Integer>();
        context.mockJobWorker(Jobs.REQUEST_PAYMENT).withHandler((jobs, job) -> {
            attempts.add(job.getRetries());
            if (attempts.size() == 1) {
                jobs.newFailCommand(job)
                        .retries(0)
                        .errorMessage("out of order")
                        .send()
                        .join();
            } else {
                jobs.newCompleteCommand(job)
                        .variables(Answers.variables(AWAITING))
                        .send()
                        .join();
            }
        });
        placed(0);
        assertThatProcessInstance(byProcessId(PROCESS)).hasActiveIncidents();
        var incident = client.newIncidentSearchRequest().send().join().items().getFirst();
        client.newUpdateRetriesCommand(incident.getJobKey()).retries(3).send().join();
        client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
        stories.waitsAt(PROCESS, GATEWAY);
        assertThat(attempts).containsExactly(20, 3);
    }
}
