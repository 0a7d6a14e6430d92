package org.kameng.ui.statistics;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kameng.domain.statistics.SupplierHealth;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Table;

/** How the suppliers stand. */
final class SupplierList extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    void show(List<SupplierHealth.Standing> suppliers) {
        var table = new Table(
                t("overview.suppliers"),
                t("role.SUPPLIER"),
                t("overview.supplier.state"),
                t("overview.supplier.since"),
                t("overview.supplier.unknown"),
                t("overview.supplier.balance"),
                t("overview.supplier.told"),
                t("overview.supplier.until"));
        suppliers.forEach(supplier -> table.row(
                supplier.name(),
                state(supplier),
                Formats.moment(supplier.since()),
                supplier.unknown(),
                supplier.balance() == null ? "–" : Formats.money(supplier.balance()),
                Formats.moment(supplier.toldAt()),
                Formats.moment(supplier.until())));
        getContent().removeAll();
        getContent().add(table);
    }

    private static Div state(SupplierHealth.Standing supplier) {
        var cell = new Div(Parts.badge(t("supplier.standing." + supplier.state()), tone(supplier.state())));
        cell.addClassName("k-cell");
        supplier.troubles().stream().sorted().forEach(trouble -> {
            var why = new Span(t("supplier.trouble." + trouble));
            why.addClassName("k-quiet");
            cell.add(why);
        });
        return cell;
    }

    private static Tone tone(SupplierHealth.State state) {
        return switch (state) {
            case WELL -> Tone.OK;
            case TROUBLED -> Tone.WAIT;
            case CUT_OFF -> Tone.BAD;
        };
    }
}
