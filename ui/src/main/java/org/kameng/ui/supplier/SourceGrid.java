package org.kameng.ui.supplier;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;
import org.kameng.domain.supplier.SourceRow;
import org.kameng.domain.supplier.SupplierDesk;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Pages;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Texts;

/** Sources, those that wait for a person first; an operator stops and resumes them with a reason. */
class SourceGrid extends Composite<Section> {
    private static final long serialVersionUID = 1L;

    private final transient SupplierDesk desk;
    private final transient Actor actor;
    private final transient Runnable changed;
    private final Grid<SourceRow> grid = new Grid<>();

    SourceGrid(SupplierDesk desk, Actor actor, Runnable changed) {
        this.desk = desk;
        this.actor = actor;
        this.changed = changed;
        columns();
        grid.setPageSize(Pages.SIZE);
        grid.addClassName("k-grid");
        grid.setAriaLabel(t("source.title"));
        grid.setEmptyStateText(t("source.none"));
        grid.setItems(wanted -> Pages.stream(wanted, page -> desk.sources(actor, null, page)));
        var sheet = getContent();
        sheet.addClassName("k-sheet");
        sheet.add(new H2(t("source.title")), grid);
    }

    private void columns() {
        grid.addComponentColumn(SourceGrid::state)
                .setHeader(t("supplier.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(
                        row -> Parts.twoLines(Parts.code(row.sku().value()), Texts.either(row.nameZh(), row.nameEn())))
                .setHeader(t("source.sku"));
        grid.addComponentColumn(
                        row -> Parts.twoLines(new Span(row.preference() + ". " + row.supplierName()), row.sellerName()))
                .setHeader(t("source.from"));
        number(row -> Formats.money(row.price()), "source.price");
        number(row -> Formats.money(row.cost()), "source.cost");
        number(row -> Formats.money(row.acceptedCost()), "source.accepted");
        number(SourceGrid::stock, "source.stock");
        grid.addColumn(row -> Formats.moment(row.toldAt()))
                .setHeader(t("source.told"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        if (actor.has(Role.OPERATOR)) {
            grid.addComponentColumn(this::act).setAutoWidth(true).setFlexGrow(0);
        }
    }

    private void number(ValueProvider<SourceRow, String> value, String key) {
        grid.addColumn(value)
                .setHeader(t(key))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private static Div state(SourceRow row) {
        var all = Parts.row();
        if (row.pausedAt() != null) {
            var badge = Parts.badge(t("source.paused"), Tone.WAIT);
            badge.setTitle(reason(row));
            all.add(badge);
        }
        if (row.fuseOpenSince() != null) {
            var badge = Parts.badge(t("source.fuse"), Tone.BAD);
            badge.setTitle(t("source.fuse.until", Formats.moment(row.probeAt())));
            all.add(badge);
        }
        if (!row.onSale()) all.add(Parts.badge(t("source.off"), Tone.PLAIN));
        if (all.getChildren().findAny().isEmpty()) all.add(Parts.badge(t("source.open"), Tone.OK));
        return all;
    }

    static String reason(SourceRow row) {
        var why = row.pauseReason();
        return why == null ? "" : Texts.known("source.why." + why).orElse(why);
    }

    private static String stock(SourceRow row) {
        var stock = row.stock();
        if (stock == null) return t("source.stock.unknown");
        return stock < 0 ? t("source.stock.unlimited") : Integer.toString(stock);
    }

    private Div act(SourceRow row) {
        var button = row.pausedAt() == null
                ? Parts.quiet(t("source.pause"), () -> open(row, false))
                : Parts.primary(t("source.resume"), () -> open(row, true));
        button.getElement().setAttribute("aria-label", button.getText() + " " + row.sku() + " " + row.supplierName());
        return new Div(button);
    }

    private void open(SourceRow row, boolean resume) {
        new SourceDialog(row, resume, reason -> {
                    if (resume) desk.resume(actor, row, reason);
                    else desk.pause(actor, row.id(), reason);
                    grid.getDataProvider().refreshAll();
                    changed.run();
                })
                .open();
    }
}
