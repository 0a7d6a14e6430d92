package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.kameng.domain.supplier.SupplyView;
import org.kameng.domain.supplier.SupplyView.Phase;
import org.kameng.ui.shared.Countdown;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;

/** Whom an order waits for, since when, when it is tried again, and what the buyer may do meanwhile. */
class SupplySheet extends Composite<Section> {
    private static final long serialVersionUID = 1L;

    SupplySheet(SupplyView supply, Instant now, Runnable takeRefund, Consumer<Map<String, String>> correct) {
        getContent().addClassName("k-sheet");
        getContent().setId("supply");
        getContent().add(new H2(t("supply.title")), words(supply, now));
        if (supply.nextAskAt() != null) getContent().add(nextTry(supply.nextAskAt(), now));
        if (supply.actBy() != null && supply.phase() == Phase.BUYER)
            getContent().add(new Paragraph(correctBy(supply.actBy(), now)));
        if (!supply.accountFields().isEmpty()) getContent().add(new AccountForm(supply.accountFields(), correct));
        if (supply.refundTaken()) getContent().add(Parts.note(t("supply.refund.taken"), Tone.INFO));
        if (supply.mayTakeRefund()) getContent().add(offer(supply, takeRefund));
    }

    private static Paragraph words(SupplyView supply, Instant now) {
        var words = new Paragraph(
                switch (supply.phase()) {
                    case CHOOSING -> t("supply.choosing", supply.open());
                    case SUPPLIER -> waiting(supply, now);
                    case BUYER -> t("supply.account", supply.supplierName());
                    case STAFF -> t("supply.staff", supply.open());
                });
        words.getElement().setAttribute("role", "status");
        return words;
    }

    private static String waiting(SupplyView supply, Instant now) {
        var since = supply.since();
        return since == null
                ? t("supply.asking", supply.supplierName(), supply.open())
                : t("supply.waiting", supply.supplierName(), Formats.span(Duration.between(since, now)), supply.open());
    }

    private static String correctBy(Instant until, Instant now) {
        return t("supply.correctBy", Formats.span(Duration.between(now, until)), Formats.moment(until));
    }

    private static Div nextTry(Instant at, Instant now) {
        if (!at.isAfter(now)) return Parts.row(new Span(t("supply.nextTry.now")));
        var left = new Countdown();
        left.left(Duration.between(now, at));
        return Parts.row(new Span(t("supply.nextTry")), left);
    }

    private static Div offer(SupplyView supply, Runnable takeRefund) {
        var take = new Button(t("supply.refund.take"), click -> takeRefund.run());
        take.setId("take-refund");
        take.setDisableOnClick(true);
        var words = new Paragraph(
                supply.phase() == Phase.BUYER ? t("supply.refund.instead") : t("supply.refund.offer", supply.open()));
        var box = new Div(words, take);
        box.addClassName("k-stack");
        return box;
    }
}
