package org.kameng.workers.purchase;

import java.net.URI;
import org.kameng.domain.shared.CrashPoints;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.Purchases.PurchaseCall;
import org.kameng.domain.supplier.SupplierGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Speaks to a supplier in its own protocol, in the way a purchase allows. */
@Component
class SupplierLine {
    private final ObjectProvider<SupplierGateway> gateways;
    private final CrashPoints crash;
    private final URI publicUrl;

    SupplierLine(
            ObjectProvider<SupplierGateway> gateways,
            CrashPoints crash,
            @Value("${kameng.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        this.gateways = gateways;
        this.crash = crash;
        this.publicUrl = publicUrl;
    }

    PurchaseReply call(PurchaseCall call) {
        crash.reached("purchase.calling");
        var reply = reply(gateway(call.supplier().protocol()), call);
        crash.reached("purchase.called");
        return reply;
    }

    private PurchaseReply reply(SupplierGateway gateway, PurchaseCall call) {
        var request = call.request().toldAt(gateway.purchaseDoor(publicUrl).orElse(null));
        return switch (call.act()) {
            case SEND -> gateway.purchase(call.supplier(), request);
            case ASK, ASK_THEN_SEND -> gateway.query(call.supplier(), request);
            case CANCEL -> gateway.cancel(call.supplier(), request, call.cancelNo());
        };
    }

    private SupplierGateway gateway(Protocol protocol) {
        return gateways.stream()
                .filter(gateway -> gateway.protocol() == protocol)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no adapter speaks " + protocol));
    }
}
