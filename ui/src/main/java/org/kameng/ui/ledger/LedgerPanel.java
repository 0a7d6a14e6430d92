package org.kameng.ui.ledger;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kameng.domain.ledger.EntryRow;
import org.kameng.domain.shared.Money;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Table;
import org.kameng.ui.shared.Texts;

/** Entries of an order with debit and credit apart, and their sum, which must be nothing. */
public class LedgerPanel extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    public LedgerPanel(List<EntryRow> entries) {
        getContent().addClassName("k-stack");
        if (entries.isEmpty()) {
            getContent().add(Parts.empty(t("ledger.none")));
            return;
        }
        var table = new Table(
                t("desk.ledger"),
                t("ledger.at"),
                t("ledger.kind"),
                t("ledger.account"),
                t("ledger.debit"),
                t("ledger.credit"),
                t("ledger.transfer"));
        entries.forEach(entry -> table.row(
                Formats.moment(entry.postedAt()),
                Texts.code("ledger.kind", entry.kind()),
                Parts.code(entry.account()),
                amount(entry.amount(), entry.amount().isPositive()),
                amount(entry.amount().negated(), entry.amount().isNegative()),
                Parts.code(entry.transferId())));
        var sum = entries.stream().map(EntryRow::amount).reduce(Money.ZERO, Money::plus);
        var badge = sum.isZero()
                ? Parts.badge(t("ledger.balanced"), Tone.OK)
                : Parts.badge(t("ledger.unbalanced", Formats.money(sum)), Tone.BAD);
        getContent().add(table, Parts.row(badge));
    }

    private static Span amount(Money amount, boolean shown) {
        var text = new Span(shown ? Formats.money(amount) : "");
        text.addClassName("k-num");
        return text;
    }
}
