package org.kameng.processes.purchase;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.kameng.processes.purchase.SupplierPurchase.Jobs.CHOOSE_SOURCE;
import static org.kameng.processes.purchase.SupplierPurchase.Jobs.CLOSE_CASE;
import static org.kameng.processes.purchase.SupplierPurchase.Jobs.END_SUPPLY;
import static org.kameng.processes.purchase.SupplierPurchase.Jobs.OFFER_REFUND;
import static org.kameng.processes.purchase.SupplierPurchase.Jobs.PLACE_PURCHASE;
import static org.kameng.processes.purchase.SupplierPurchase.Jobs.QUERY_PURCHASE;
import static org.kameng.processes.purchase.SupplierPurchase.Messages.ACCOUNT_CORRECTED;
import static org.kameng.processes.purchase.SupplierPurchase.Messages.PURCHASE_CHANGED;
import static org.kameng.processes.purchase.SupplierPurchase.Messages.PURCHASE_SETTLED;
import static org.kameng.processes.purchase.SupplierPurchase.Messages.REFUND_ACCEPTED;
import static org.kameng.processes.purchase.SupplierPurchase.Tasks.DECIDE_PURCHASE;
import static org.kameng.processes.purchase.SupplierPurchase.Tasks.JUDGE_PURCHASE;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kameng.processes.model.Coverage;
import org.kameng.processes.model.Stories;
import org.kameng.processes.purchase.SupplierPurchase.EndSupplyOutput;
import org.kameng.processes.purchase.SupplierPurchase.StepOutput;
import org.kameng.processes.purchase.SupplierPurchase.Steps;
import org.kameng.processes.purchase.SupplierPurchase.Verdicts;
import org.kameng.tools.cptengine.CptEngine;

class SupplierPurchaseTest {
    private static final String PROCESS = SupplierPurchase.PROCESS_ID;
    private static final String NO = "KM261122TEST00000001";
    private static final String PURCHASE = "PU261122TEST00000001";
    private static final String WAIT = "Gateway_SupplierAnswered";
    private static final String ACCOUNT = "Gateway_AccountCorrected";
    private static final StepOutput SUPPLIED = new StepOutput(Steps.ENDED, null, null, "SUPPLIED", 2);
    private static final StepOutput NO_SOURCE = new StepOutput(Steps.GIVE_UP, null, null, "NO_SOURCE", 0);
    private static final StepOutput TAKEN = new StepOutput(Steps.GIVE_UP, null, null, "REFUND_ACCEPTED", 0);

    @Order(1)
    @RegisterExtension
    static final Coverage COVERAGE = new Coverage("supplier-purchase.bpmn");

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

    private void needed(StepOutput... chosen) {
        stories.answer(CHOOSE_SOURCE, (Record[]) chosen);
        client.newCreateInstanceCommand()
                .bpmnProcessId(PROCESS)
                .latestVersion()
                .variables(Map.of("businessNo", NO, "orderNo", NO))
                .send()
                .join();
    }

    private void placed(StepOutput... answers) {
        stories.answer(PLACE_PURCHASE, (Record[]) answers);
    }

    private StepOutput step(String kind, Duration wake) {
        return new StepOutput(
                kind, PURCHASE, context.getCurrentTime().plus(wake).toString(), null, 0);
    }

    private StepOutput buy() {
        return step(Steps.BUY, Duration.ofHours(48));
    }

    private StepOutput unclear() {
        return step(Steps.WAIT, Duration.ofSeconds(2));
    }

    private StepOutput failed() {
        return step(Steps.CHOOSE, Duration.ZERO);
    }

    private void ends(String reason) {
        stories.answer(END_SUPPLY, new EndSupplyOutput(reason, 0));
    }

    private void waiting() {
        placed(unclear());
        needed(buy());
        stories.waitsAt(PROCESS, WAIT);
    }

    private void accepted() {
        stories.publish(REFUND_ACCEPTED, NO, "refund-accepted:" + NO, Map.of());
    }

    @Test
    void a_supplier_that_delivers_at_once_supplies_the_order() {
        placed(SUPPLIED);
        needed(buy());
        stories.endedAt(PROCESS, "Task_PlacePurchase", "EndEvent_OrderSupplied");
        assertThatProcessInstance(byProcessId(PROCESS)).hasVariable("delivered", 2);
    }

    @Test
    void a_source_that_fails_is_followed_by_the_next() {
        placed(failed(), SUPPLIED);
        needed(buy(), buy());
        stories.endedAt(PROCESS, "EndEvent_OrderSupplied");
        assertThatProcessInstance(byProcessId(PROCESS)).hasCompletedElement("Task_PlacePurchase", 2);
    }

    @Test
    void without_a_source_the_rest_is_given_up() {
        ends("NO_SOURCE");
        needed(NO_SOURCE);
        stories.endedAt(PROCESS, "Task_EndSupply", "EndEvent_NoSourceLeft");
    }

    @Test
    void an_order_walked_again_after_it_was_supplied_ends_so_at_once() {
        ends("SUPPLIED");
        needed(SUPPLIED);
        stories.endedAt(PROCESS, "EndEvent_OrderSupplied");
    }

    @Test
    void an_order_refunded_elsewhere_is_bought_nothing_for() {
        ends("REFUNDED");
        needed(new StepOutput(Steps.ENDED, null, null, "REFUNDED", 0));
        stories.endedAt(PROCESS, "EndEvent_RefundedBefore");
    }

    @Test
    void an_unclear_purchase_is_asked_about_when_it_is_time() {
        stories.answer(QUERY_PURCHASE, step(Steps.WAIT, Duration.ofSeconds(9)), SUPPLIED);
        waiting();
        context.increaseTime(Duration.ofSeconds(3));
        assertThatProcessInstance(byProcessId(PROCESS)).hasCompletedElement("Task_QueryPurchase", 1);
        stories.waitsAt(PROCESS, WAIT);
        context.increaseTime(Duration.ofSeconds(10));
        stories.endedAt(PROCESS, "IntermediateEvent_NextQuestionDue", "EndEvent_OrderSupplied");
        assertThatProcessInstance(byProcessId(PROCESS)).hasCompletedElement("Task_PlacePurchase", 1);
    }

    @Test
    void news_of_a_supplier_is_asked_after_at_once() {
        stories.answer(QUERY_PURCHASE, SUPPLIED);
        waiting();
        stories.publish(PURCHASE_CHANGED, PURCHASE, "E1", Map.of());
        stories.endedAt(PROCESS, "IntermediateEvent_PurchaseChanged", "EndEvent_OrderSupplied");
    }

    @Test
    void after_half_an_hour_the_buyer_is_offered_the_money_and_may_wait_on() {
        stories.answer(OFFER_REFUND, step(Steps.WAIT, Duration.ofMinutes(10)));
        stories.answer(QUERY_PURCHASE, step(Steps.OFFER_REFUND, Duration.ZERO), SUPPLIED);
        waiting();
        context.increaseTime(Duration.ofSeconds(3));
        assertThatProcessInstance(byProcessId(PROCESS)).hasCompletedElement("Task_OfferRefund", 1);
        stories.waitsAt(PROCESS, WAIT);
        context.increaseTime(Duration.ofMinutes(11));
        stories.endedAt(PROCESS, "Task_OfferRefund", "EndEvent_OrderSupplied");
    }

    @Test
    void a_buyer_who_takes_the_money_ends_the_wait() {
        stories.answer(QUERY_PURCHASE, TAKEN);
        ends("REFUND_ACCEPTED");
        waiting();
        accepted();
        stories.endedAt(PROCESS, "IntermediateEvent_RefundAccepted", "EndEvent_RefundAccepted");
    }

    @Test
    void goods_that_came_before_the_refund_was_carried_out_win() {
        stories.answer(QUERY_PURCHASE, SUPPLIED);
        waiting();
        accepted();
        stories.endedAt(PROCESS, "IntermediateEvent_RefundAccepted", "EndEvent_OrderSupplied");
    }

    private void undecidedForADay() {
        placed(step(Steps.DECIDE, Duration.ofHours(24)));
        needed(buy());
        stories.waitsAt(PROCESS, DECIDE_PURCHASE);
    }

    @Test
    void after_a_day_a_person_decides_that_it_was_never_placed_and_the_next_source_supplies() {
        stories.answer(CLOSE_CASE, failed());
        placed(step(Steps.DECIDE, Duration.ofHours(24)), SUPPLIED);
        needed(buy(), buy());
        stories.waitsAt(PROCESS, DECIDE_PURCHASE);
        assertThatUserTask(byElementId(DECIDE_PURCHASE)).isCreated().hasCandidateGroup("OPERATOR");
        context.completeUserTask(DECIDE_PURCHASE, Map.of("decision", Verdicts.NEXT_SOURCE));
        stories.endedAt(PROCESS, "Task_CloseCase", "EndEvent_OrderSupplied");
    }

    @Test
    void a_person_may_have_the_supplier_asked_on() {
        stories.answer(CLOSE_CASE, unclear());
        stories.answer(QUERY_PURCHASE, SUPPLIED);
        undecidedForADay();
        context.completeUserTask(DECIDE_PURCHASE, Map.of("decision", Verdicts.ASK_ON));
        stories.waitsAt(PROCESS, WAIT);
        context.increaseTime(Duration.ofSeconds(3));
        stories.endedAt(PROCESS, "Task_CloseCase", "EndEvent_OrderSupplied");
    }

    @Test
    void a_person_may_give_the_money_back() {
        stories.answer(CLOSE_CASE, new StepOutput(Steps.ENDED, null, null, "DECIDED", 0));
        ends("DECIDED");
        undecidedForADay();
        context.completeUserTask(DECIDE_PURCHASE, Map.of("decision", Verdicts.GIVE_UP));
        stories.endedAt(PROCESS, "Task_EndSupply", "EndEvent_RefundDecided");
    }

    @Test
    void a_decision_nobody_takes_for_another_day_gives_the_money_back() {
        stories.answer(CLOSE_CASE, new StepOutput(Steps.ENDED, null, null, "DECIDED", 0));
        ends("DECIDED");
        undecidedForADay();
        context.increaseTime(Duration.ofHours(24).plusSeconds(1));
        stories.endedAt(PROCESS, "BoundaryEvent_NobodyDecidedInTime", "EndEvent_RefundDecided");
    }

    @Test
    void a_supplier_that_answers_meanwhile_takes_the_decision_away() {
        stories.answer(CLOSE_CASE, SUPPLIED);
        undecidedForADay();
        stories.publish(PURCHASE_SETTLED, PURCHASE, "S1", Map.of());
        stories.endedAt(PROCESS, "BoundaryEvent_PurchaseSettled", "EndEvent_OrderSupplied");
    }

    @Test
    void a_buyer_who_takes_the_money_meanwhile_takes_the_decision_away() {
        stories.answer(CLOSE_CASE, TAKEN);
        ends("REFUND_ACCEPTED");
        undecidedForADay();
        accepted();
        stories.endedAt(PROCESS, "BoundaryEvent_RefundAcceptedBeforeDecision", "EndEvent_RefundAccepted");
    }

    @Test
    void a_purchase_the_supplier_takes_back_is_bought_elsewhere() {
        stories.answer(CLOSE_CASE, unclear());
        stories.answer(QUERY_PURCHASE, failed());
        placed(step(Steps.DECIDE, Duration.ofHours(24)), SUPPLIED);
        needed(buy(), buy());
        stories.waitsAt(PROCESS, DECIDE_PURCHASE);
        context.completeUserTask(DECIDE_PURCHASE, Map.of("decision", Verdicts.CANCEL));
        stories.waitsAt(PROCESS, WAIT);
        context.increaseTime(Duration.ofSeconds(3));
        stories.endedAt(PROCESS, "Task_QueryPurchase", "EndEvent_OrderSupplied");
        assertThatProcessInstance(byProcessId(PROCESS)).hasCompletedElement("Task_PlacePurchase", 2);
    }

    private StepOutput fuseOpen() {
        var wake = context.getCurrentTime().plus(Duration.ofMinutes(4)).toString();
        return new StepOutput(Steps.AWAIT_SOURCE, null, wake, null, 0);
    }

    @Test
    void a_source_behind_an_open_fuse_is_waited_for_and_tried_again() {
        placed(SUPPLIED);
        needed(fuseOpen(), buy());
        stories.waitsAt(PROCESS, "IntermediateEvent_SourceMayWork");
        context.increaseTime(Duration.ofMinutes(4).plusSeconds(1));
        stories.endedAt(PROCESS, "IntermediateEvent_SourceMayWork", "EndEvent_OrderSupplied");
    }

    @Test
    void a_fuse_that_stays_open_ends_in_the_refund() {
        ends("NO_SOURCE");
        needed(fuseOpen(), NO_SOURCE);
        stories.waitsAt(PROCESS, "IntermediateEvent_SourceMayWork");
        context.increaseTime(Duration.ofMinutes(4).plusSeconds(1));
        stories.endedAt(PROCESS, "Task_EndSupply", "EndEvent_NoSourceLeft");
    }

    private void badGoods() {
        placed(step(Steps.JUDGE, Duration.ofHours(24)), SUPPLIED);
        needed(buy(), buy());
        stories.waitsAt(PROCESS, JUDGE_PURCHASE);
    }

    @Test
    void bad_goods_wait_for_a_person_who_has_them_bought_elsewhere() {
        stories.answer(CLOSE_CASE, failed());
        badGoods();
        assertThatUserTask(byElementId(JUDGE_PURCHASE)).isCreated().hasCandidateGroup("OPERATOR");
        context.completeUserTask(JUDGE_PURCHASE, Map.of("decision", Verdicts.NEXT_SOURCE));
        stories.endedAt(PROCESS, "Task_JudgePurchase", "EndEvent_OrderSupplied");
    }

    @Test
    void bad_goods_decided_before_the_case_reached_anybodys_inbox_go_on() {
        stories.answer(CLOSE_CASE, failed());
        badGoods();
        stories.publish(PURCHASE_SETTLED, PURCHASE, "purchase-decided:1", Map.of());
        stories.endedAt(PROCESS, "BoundaryEvent_CaseDecided", "EndEvent_OrderSupplied");
    }

    @Test
    void bad_goods_nobody_judges_give_the_money_back() {
        stories.answer(CLOSE_CASE, new StepOutput(Steps.ENDED, null, null, "DECIDED", 0));
        ends("DECIDED");
        badGoods();
        context.increaseTime(Duration.ofHours(24).plusSeconds(1));
        stories.endedAt(PROCESS, "BoundaryEvent_NobodyJudgedInTime", "EndEvent_RefundDecided");
    }

    @Test
    void a_buyer_who_takes_the_money_before_the_verdict_ends_the_case() {
        stories.answer(CLOSE_CASE, TAKEN);
        ends("REFUND_ACCEPTED");
        badGoods();
        accepted();
        stories.endedAt(PROCESS, "BoundaryEvent_RefundAcceptedBeforeVerdict", "EndEvent_RefundAccepted");
    }

    private void accountRefused(StepOutput... then) {
        placed(failed(), SUPPLIED);
        var chosen = new StepOutput[then.length + 2];
        chosen[0] = buy();
        chosen[1] = step(Steps.CORRECT_ACCOUNT, Duration.ofHours(24));
        System.arraycopy(then, 0, chosen, 2, then.length);
        needed(chosen);
        stories.waitsAt(PROCESS, ACCOUNT);
    }

    @Test
    void an_account_the_buyer_corrects_is_bought_for_again() {
        accountRefused(buy());
        stories.publish(ACCOUNT_CORRECTED, NO, "A2", Map.of());
        stories.endedAt(PROCESS, "IntermediateEvent_AccountCorrected", "EndEvent_OrderSupplied");
    }

    @Test
    void an_account_nobody_corrects_gives_the_money_back() {
        ends("ACCOUNT_NOT_CORRECTED");
        accountRefused();
        context.increaseTime(Duration.ofHours(24).plusSeconds(1));
        stories.endedAt(PROCESS, "IntermediateEvent_AccountNotCorrected", "EndEvent_AccountLeftUncorrected");
    }

    @Test
    void a_buyer_may_take_the_money_instead_of_correcting_the_account() {
        ends("REFUND_ACCEPTED");
        accountRefused();
        accepted();
        stories.endedAt(PROCESS, "IntermediateEvent_RefundPreferred", "EndEvent_RefundAccepted");
    }
}
