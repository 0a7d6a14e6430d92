package org.kameng.tools.simulators.supplier;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.kameng.tools.simulators.KnobBox;
import org.kameng.tools.simulators.Timetable;

/** Takes units back, if they are unused and the supplier feels like it. */
public final class Returns {
    private final Store store;
    private final Teller teller;
    private final KnobBox<SupplierKnobs> knobs;
    private final Timetable timetable;
    private final Clock clock;

    Returns(Store store, Teller teller, KnobBox<SupplierKnobs> knobs, Timetable timetable, Clock clock) {
        this.store = store;
        this.teller = teller;
        this.knobs = knobs;
        this.timetable = timetable;
        this.clock = clock;
    }

    void resume() {
        store.cancellations().stream()
                .filter(cancellation -> cancellation.status() == CancelStatus.PENDING)
                .forEach(this::settleLater);
    }

    /** The same number again has the same answer. */
    public Cancellation cancel(String orderNo, String cancelNo, List<Integer> units) {
        synchronized (store) {
            var order = store.require(orderNo);
            var known = store.cancellation(cancelNo);
            if (known != null) {
                if (!known.orderNo().equals(orderNo) || !known.items().equals(units)) {
                    throw new Refused(Why.IDEMPOTENCY_CONFLICT);
                }
                return known;
            }
            var wish = new Cancellation(cancelNo, orderNo, units, CancelStatus.PENDING, 0, clock.instant());
            var answer = isPossible(order, units) ? knobs.get().cancelAnswer() : CancelStatus.REFUSED;
            if (answer == CancelStatus.PENDING) {
                settleLater(wish);
                return store.record(wish);
            }
            return answer(wish, order, answer);
        }
    }

    private static boolean isPossible(Order order, List<Integer> units) {
        boolean sold = order.status() == OrderStatus.SUCCEEDED || order.status() == OrderStatus.PARTIAL;
        return sold
                && !order.direct()
                && order.items().stream()
                        .filter(item -> units.isEmpty() || units.contains(item.seq()))
                        .allMatch(item -> item.redeem() == Item.Redeem.UNUSED);
    }

    private Cancellation answer(Cancellation wish, Order order, CancelStatus answer) {
        int units = wish.items().isEmpty() ? order.deliveredQty() : wish.items().size();
        long fen = answer == CancelStatus.AGREED ? Math.min(order.chargedFen(), order.unitFen() * units) : 0;
        if (fen > 0) {
            boolean all = fen == order.chargedFen();
            store.record("TAKEN_BACK", order.givenBack(all ? OrderStatus.CANCELLED : order.status(), fen));
        }
        return store.record(wish.answered(answer, fen));
    }

    private void settleLater(Cancellation wish) {
        var patience = Duration.ofSeconds(knobs.get().processingSeconds());
        timetable.at(wish.at().plus(patience), () -> settle(wish.cancelNo()));
    }

    private void settle(String cancelNo) {
        synchronized (store) {
            var pending = store.cancellation(cancelNo);
            if (pending != null && pending.status() == CancelStatus.PENDING) {
                var order = store.require(pending.orderNo());
                answer(pending, order, CancelStatus.AGREED);
                teller.tell(Event.Kind.CANCEL, cancelNo, order.notifyUrl());
            }
        }
    }

    public Cancellation cancellation(String cancelNo) {
        synchronized (store) {
            var found = store.cancellation(cancelNo);
            if (found == null) {
                throw new Refused(Why.ORDER_NOT_FOUND);
            }
            return found;
        }
    }
}
