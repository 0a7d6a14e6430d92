package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SkuKind;
import org.kameng.domain.order.OrderEvent;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.order.OrderView;
import org.kameng.domain.supplier.SupplyView;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;

/** Where the order stands, who must act now, until when, and what happens if nobody does. */
class OrderTracker extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final Set<String> ABOUT_CARDS =
            Set.of("order.event.DELIVERED", "order.next.delivered", "order.now.DELIVERED", "order.now.DELIVERED.part");

    /** With what the order waits for, where it waits for suppliers. */
    OrderTracker(OrderView order, @Nullable SupplyView supply) {
        getContent().addClassName("k-tracker");
        getContent().add(stages(order), now(order, supply));
    }

    private static OrderedList stages(OrderView order) {
        var list = new OrderedList();
        list.addClassName("k-stages");
        order.events().forEach(event -> list.add(done(order, event)));
        next(order.state()).forEach(key -> list.add(open(order, key)));
        return list;
    }

    private static ListItem done(OrderView order, OrderEvent event) {
        var at = new Span(Formats.moment(event.at()));
        at.addClassNames("k-quiet", "k-num");
        var item = new ListItem(new Span(t(told("order.event." + event.kind(), order))), at);
        item.addClassNames("k-stage", "k-done");
        return item;
    }

    private static ListItem open(OrderView order, String key) {
        var item = new ListItem(new Span(t(told(key, order))));
        item.addClassName("k-stage");
        return item;
    }

    /** What is still to come if all goes well. */
    private static Stream<String> next(OrderState state) {
        return switch (state) {
            case AWAITING_PAYMENT -> Stream.of("order.next.paid", "order.next.delivered");
            case PAID, ON_HOLD -> Stream.of("order.next.delivered");
            case REFUNDING -> Stream.of("order.next.refunded");
            case DELIVERED, REFUNDED, CLOSED -> Stream.empty();
        };
    }

    private static Div now(OrderView order, @Nullable SupplyView supply) {
        var facts = Parts.facts();
        var key = told("order.now." + situation(order, supply), order);
        Parts.fact(facts, t("order.now.who"), t(key + ".who"));
        var until = until(order, supply);
        if (until != null) {
            Parts.fact(facts, t("order.now.until"), until);
        }
        Parts.fact(facts, t("order.now.otherwise"), t(key + ".otherwise"));
        var box = new Div(new Span(words(key, order)), facts);
        box.addClassName("k-now");
        return box;
    }

    private static String situation(OrderView order, @Nullable SupplyView supply) {
        if (order.cancelRequested() && order.state() == OrderState.AWAITING_PAYMENT) {
            return "CANCELLING";
        }
        return supply == null
                ? order.state().name()
                : "SUPPLY." + supply.phase().name();
    }

    private static String words(String key, OrderView order) {
        if (order.state() == OrderState.CLOSED) {
            return OrderWords.closed(order.closeReason());
        }
        if (order.state() == OrderState.DELIVERED && order.refunded().isPositive()) {
            return t(told("order.now.DELIVERED.part", order), Formats.money(order.refunded()));
        }
        return t(key);
    }

    /** A top-up leaves nothing in any card box. */
    private static String told(String key, OrderView order) {
        var toppedUp = order.lines().stream().allMatch(line -> line.kind() == SkuKind.DIRECT);
        return toppedUp && ABOUT_CARDS.contains(key) ? key + ".TOPUP" : key;
    }

    private static @Nullable String until(OrderView order, @Nullable SupplyView supply) {
        if (supply != null) {
            return supply.actBy() == null ? null : Formats.moment(supply.actBy());
        }
        return order.state() == OrderState.AWAITING_PAYMENT ? Formats.moment(order.paymentDeadline()) : null;
    }
}
