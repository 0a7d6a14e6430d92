package org.kameng.processes.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kameng.processes.engine.ModelFiles;
import org.kameng.processes.order.OrderToDelivery;
import org.kameng.processes.purchase.SupplierPurchase;
import org.kameng.processes.refund.PaymentRefund;

class ModelRulesTest {
    private static final Map<String, Class<?>> NAMES = Map.of(
            "order-to-delivery.bpmn",
            OrderToDelivery.class,
            "supplier-purchase.bpmn",
            SupplierPurchase.class,
            "payment-refund.bpmn",
            PaymentRefund.class);

    static Stream<Path> files() {
        return Model.files();
    }

    @Test
    void every_model_is_deployed() {
        assertThat(Model.files().map(file -> file.getFileName().toString()))
                .isSubsetOf(ModelFiles.deployed())
                .containsExactlyInAnyOrderElementsOf(NAMES.keySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_model_reads_as_prose_and_as_xml(Path file) {
        assertThat(NamingRules.violations(Model.of(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_model_is_drawn_straight(Path file) {
        assertThat(DrawingRules.violations(Model.of(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_model_and_java_use_the_same_names(Path file) {
        assertThat(EngineRules.nameViolations(
                        Model.of(file), NAMES.get(file.getFileName().toString())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_model_never_waits_for_ever_and_binds_what_it_calls(Path file) {
        assertThat(EngineRules.violations(Model.of(file), ModelFiles.retries())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Task_CloseOrder" name="Close order"           | Task_CloseOrder" name="Shut order"
                    Task_HoldOrder                                | Activity_03z512o
                    name="Order accepted?"                        | name="Order accepted"
                    name="Order expired"                          | name="Order cancelled"
                    SequenceFlow_OrderAcceptedNo" name="No"       | SequenceFlow_OrderAcceptedNo" name=""
                    process id="order-to-delivery"                | process id="order-to-heaven"
                    """)
    void a_planted_bad_name_is_found(String good, String bad) {
        assertThat(NamingRules.violations(planted(good, bad))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    bpmnElement="Task_CloseOrder"                                  | bpmnElement="Task_Nobody"
                    <dc:Bounds x="1165" y="600" width="100" height="80" />         | <dc:Bounds x="1165" y="600" width="110" height="80" />
                    <dc:Bounds x="1165" y="600" width="100" height="80" />         | <dc:Bounds x="2240" y="260" width="100" height="80" />
                    <di:waypoint x="1480" y="720" />                               | <di:waypoint x="1470" y="720" />
                    <di:waypoint x="1360" y="180" />                               | <di:waypoint x="1360" y="300" />
                    <di:waypoint x="2160" y="360" />                               | <di:waypoint x="2020" y="440" />
                    """)
    void a_planted_bad_drawing_is_found(String good, String bad) {
        assertThat(DrawingRules.violations(planted(good, bad))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    type="hold-order"                 | type="hold-orders"
                    name="Order cancelled">           | name="Order called off">
                    errorCode="PAYMENT_REFUSED"       | errorCode="REFUSED"
                    errorRef="Error_PaymentRefused"   | errorRef="Error_Other"
                    id="Task_ReviewPayment"           | id="Task_Review"
                    """)
    void a_planted_other_name_is_found(String good, String bad) {
        assertThat(EngineRules.nameViolations(planted(good, bad), OrderToDelivery.class))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    type="hold-order" retries="20"    | type="hold-order"
                    attachedToRef="Task_ReviewPayment" | attachedToRef="Task_HoldOrder"
                    sourceRef="Gateway_PaidInTime" targetRef="IntermediateEvent_PaymentDeadlinePassed" | sourceRef="Gateway_OrderAccepted" targetRef="IntermediateEvent_PaymentDeadlinePassed"
                    bindingType="deployment"          | bindingType="latest"
                    <zeebe:taskSchedule               | <zeebe:taskNothing
                    """)
    void a_planted_endless_wait_or_loose_call_is_found(String good, String bad) {
        assertThat(EngineRules.violations(planted(good, bad), ModelFiles.retries()))
                .isNotEmpty();
    }

    private static Model planted(String good, String bad) {
        var xml = Model.text(Model.FOLDER.resolve("order-to-delivery.bpmn"));
        assertThat(List.of(xml.split("\n"))).anyMatch(line -> line.contains(good));
        return Model.of("order-to-delivery.bpmn", xml.replace(good, bad));
    }
}
