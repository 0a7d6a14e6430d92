package org.kameng.ui.purchase;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.kameng.domain.ledger.Entry;
import org.kameng.domain.supplier.DeskRow;
import org.kameng.domain.supplier.PurchasePreview;
import org.kameng.domain.supplier.PurchasePreview.Outcome;
import org.kameng.domain.supplier.PurchasePreview.Then;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Table;

/** Exactly what will happen: what is sent to the supplier, and for each answer what the buyer gets and what the ledger says. */
class PreviewOfAct extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    PreviewOfAct(PurchasePreview preview, DeskRow row) {
        var box = getContent();
        box.addClassNames("k-stack", "k-preview");
        box.add(new Paragraph(t("purchase.help", preview.act())));
        box.add(new Paragraph(t(
                "purchase.call." + preview.call(),
                row.purchase().supplierName(),
                row.purchase().purchaseNo())));
        preview.outcomes().forEach(outcome -> box.add(outcome(outcome)));
    }

    private static Div outcome(Outcome outcome) {
        var when = new Span(t("purchase.when", outcome.when()));
        when.addClassName("k-when");
        var then = new Paragraph(t(
                "purchase.then." + outcome.then(),
                outcome.units(),
                Formats.money(outcome.money()),
                outcome.supplier() == null ? "" : outcome.supplier()));
        var box = new Div(when, then);
        box.addClassName("k-outcome");
        if (!outcome.entries().isEmpty()) box.add(entries(outcome));
        return box;
    }

    private static Table entries(Outcome outcome) {
        var caption = outcome.then() == Then.BUYS ? t("purchase.entries.then") : t("purchase.entries");
        var table = new Table(caption, caption, t("ledger.debit"), t("ledger.credit"));
        outcome.entries().forEach(entry -> table.row(Parts.code(entry.account()), debit(entry), credit(entry)));
        return table;
    }

    private static Span debit(Entry entry) {
        return fen(Math.max(0, entry.fen()));
    }

    private static Span credit(Entry entry) {
        return fen(Math.max(0, -entry.fen()));
    }

    private static Span fen(long fen) {
        var text = new Span(fen == 0 ? "" : t("purchase.fen", fen));
        text.addClassName("k-num");
        return text;
    }
}
