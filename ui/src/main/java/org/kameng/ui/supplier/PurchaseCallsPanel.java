package org.kameng.ui.supplier;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.supplier.CallRow;
import org.kameng.domain.supplier.SupplierDesk;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;

/** What was said between us and a supplier about one purchase, newest first; opening one is recorded. */
public class PurchaseCallsPanel extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient SupplierDesk desk;
    private final transient Actor actor;

    public PurchaseCallsPanel(SupplierDesk desk, Actor actor, List<CallRow> rows) {
        this.desk = desk;
        this.actor = actor;
        if (rows.isEmpty()) {
            getContent().add(Parts.empty(t("call.none")));
            return;
        }
        var list = new OrderedList();
        list.addClassNames("k-stages", "k-timeline");
        list.getElement().setAttribute("tabindex", "0");
        list.getElement().setAttribute("aria-label", t("purchase.calls"));
        rows.forEach(row -> list.add(item(row)));
        getContent().add(list);
    }

    private ListItem item(CallRow row) {
        var text = new Div();
        text.addClassName("k-stack");
        var open = Parts.quiet(t("call.open"), () -> toggle(text, row));
        open.addThemeVariants(ButtonVariant.SMALL);
        open.getElement().setAttribute("aria-label", t("call.open") + " " + Formats.moment(row.at()));
        var at = new Span(
                Formats.moment(row.at()) + " · " + t("call.millis", row.took().toMillis()));
        at.addClassNames("k-quiet", "k-num");
        var head = Parts.row(new Span(t("call.operation." + row.operation())), CallWords.outcome(row.outcome()), open);
        var item = new ListItem(head, at, text);
        item.addClassNames("k-stage", CallWords.isUnclear(row.outcome()) ? "k-late" : "k-done");
        return item;
    }

    private void toggle(Div text, CallRow row) {
        if (text.getChildren().findAny().isPresent()) text.removeAll();
        else text.add(CallWords.text(desk.call(actor, row.id())));
    }
}
