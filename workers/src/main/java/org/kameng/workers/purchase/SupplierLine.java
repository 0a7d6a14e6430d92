package org.kameng.workers.purchase;

import org.kameng.domain.shared.CrashPoints;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.Purchases.PurchaseCall;
import org.kameng.domain.supplier.SupplierGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Speaks to a supplier in its own protocol, in the way a purchase allows. */
@Component
class SupplierLine {
    private final ObjectProvider<SupplierGateway> gateways;
    private final CrashPoints crash;

    SupplierLine(ObjectProvider<SupplierGateway> gateways, CrashPoints crash) {
        this.gateways = gateways;
        this.crash = crash;
    }

    PurchaseReply call(PurchaseCall call) {
        crash.reached("purchase.calling");
        var reply = reply(gateway(call.supplier().protocol()), call);
        crash.reached("purchase.called");
        return reply;
    }

    private static PurchaseReply reply(SupplierGateway gateway, PurchaseCall call) {
        return switch (call.act()) {
            case SEND -> gateway.purchase(call.supplier(), call.request());
            case ASK, ASK_THEN_SEND -> gateway.query(call.supplier(), call.request());
        };
    }

    private SupplierGateway gateway(Protocol protocol) {
        return gateways.stream()
                .filter(gateway -> gateway.protocol() == protocol)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no adapter speaks " + protocol));
    }
}
