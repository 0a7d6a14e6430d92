package org.kameng.ui.order;

import com.vaadin.flow.component.Component;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.ledger.Ledger;
import org.kameng.domain.order.OrderView;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.risk.RiskService;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.supplier.SupplyDesk;
import org.kameng.domain.vault.CardVault;
import org.kameng.ui.audit.AuditPanel;
import org.kameng.ui.ledger.LedgerPanel;
import org.kameng.ui.payment.PaymentsPanel;
import org.kameng.ui.risk.RiskPanel;
import org.springframework.stereotype.Service;

/** The books about one order, each read when it is looked at. */
@Service
class OrderRecords {
    private static final int AUDIT_ROWS = 100;

    private final Payments payments;
    private final Refunds refunds;
    private final SupplyDesk supplies;
    private final Ledger ledger;
    private final CardVault vault;
    private final RiskService risk;
    private final AuditQuery audit;

    OrderRecords(
            Payments payments,
            Refunds refunds,
            SupplyDesk supplies,
            Ledger ledger,
            CardVault vault,
            RiskService risk,
            AuditQuery audit) {
        this.payments = payments;
        this.refunds = refunds;
        this.supplies = supplies;
        this.ledger = ledger;
        this.vault = vault;
        this.risk = risk;
        this.audit = audit;
    }

    Component payments(Actor staff, OrderNo no) {
        return new PaymentsPanel(payments.ofOrder(staff, no), refunds.ofOrder(staff, no));
    }

    OrderFacts facts(Actor staff, OrderView order) {
        return new OrderFacts(order, supplies.waiting(staff, order.no()).orElse(null));
    }

    Component purchases(Actor staff, OrderNo no) {
        return new PurchasesPanel(supplies.purchases(staff, no));
    }

    Component ledger(Actor staff, OrderNo no) {
        return new LedgerPanel(ledger.ofOrder(staff, no));
    }

    Component risk(Actor staff, OrderNo no) {
        return new RiskPanel(risk.ofOrder(staff, no));
    }

    Component audit(Actor staff, OrderNo no) {
        return new AuditPanel(audit.of(staff, "order", no.value(), PageRequest.first(AUDIT_ROWS))
                .rows());
    }

    Component cards(Actor staff, OrderNo no) {
        return new OrderCardsGrid(vault, staff, no);
    }
}
