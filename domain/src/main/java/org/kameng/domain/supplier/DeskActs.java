package org.kameng.domain.supplier;

import java.time.Instant;
import org.kameng.domain.order.SupplyBook;
import org.kameng.domain.order.SupplyBook.Wanted;
import org.kameng.domain.order.SupplyEnd;
import org.springframework.stereotype.Component;

/** Carries out what was decided about a purchase. Needs the caller's transaction, with order and purchase locked. */
@Component
class DeskActs {
    private final SupplyBook orders;

    DeskActs(SupplyBook orders) {
        this.orders = orders;
    }

    void carryOut(Wanted order, Purchase purchase, DeskAct act, Instant now) {
        switch (act) {
            case ASK -> purchase.askNow(now);
            case CANCEL -> {
                purchase.desk().wantBack();
                purchase.askNow(now);
            }
            case NEXT -> {
                if (!purchase.judged(act.name(), now))
                    purchase.failed(PurchaseReply.Reason.OTHER, "NOT_PLACED_SAYS_STAFF", now);
            }
            case REFUND -> {
                purchase.judged(act.name(), now);
                orders.end(order.no(), SupplyEnd.DECIDED, now);
            }
        }
        orders.touch(order.no());
    }
}
