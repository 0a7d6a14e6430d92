package org.kameng.processes.engine;

import java.util.List;

/** The models this version works with; file name = process id or decision id. */
final class Models {
    static final List<String> FILES =
            List.of("order-to-delivery.bpmn", "supplier-purchase.bpmn", "payment-refund.bpmn", "order-risk.dmn");

    private Models() {}
}
