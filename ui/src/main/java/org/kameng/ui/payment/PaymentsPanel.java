package org.kameng.ui.payment;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import java.util.Objects;
import org.kameng.domain.payment.AttemptState;
import org.kameng.domain.payment.PaymentView;
import org.kameng.domain.payment.RefundView;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Table;
import org.kameng.ui.shared.Texts;

/** Every attempt to pay and every refund of an order. */
public class PaymentsPanel extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    public PaymentsPanel(List<PaymentView> attempts, List<RefundView> refunds) {
        getContent().addClassName("k-stack");
        if (attempts.isEmpty()) {
            getContent().add(Parts.empty(t("payments.none")));
        } else {
            getContent().add(attempts(attempts));
        }
        if (!refunds.isEmpty()) {
            getContent().add(new H3(t("refund.title")), refunds(refunds));
        }
    }

    private static Table attempts(List<PaymentView> rows) {
        var table = new Table(
                t("desk.payments"),
                t("payments.number"),
                t("payments.channel"),
                t("payments.state"),
                t("payments.amount"),
                t("payments.created"),
                t("payments.transaction"),
                t("payments.paidAt"));
        rows.forEach(row -> table.row(
                Parts.code(row.outTradeNo()),
                t("channel", row.channel()),
                Parts.badge(t("attempt", row.state()), tone(row.state())),
                Formats.money(row.amount()),
                Formats.moment(row.createdAt()),
                Parts.code(Objects.requireNonNullElse(row.transactionId(), "–")),
                row.failure() == null ? Formats.moment(row.paidAt()) : row.failure()));
        return table;
    }

    private static Table refunds(List<RefundView> rows) {
        var table = new Table(
                t("refund.title"),
                t("refund.no"),
                t("payments.channel"),
                t("refund.state"),
                t("refund.amount"),
                t("refund.reason"),
                t("refund.requestedAt"),
                t("refund.settledAt"));
        rows.forEach(row -> table.row(
                Parts.code(row.channelNo()),
                t("channel", row.channel()),
                Parts.badge(t("refund.state", row.state()), row.state().isSettled() ? Tone.OK : Tone.WAIT),
                Formats.money(row.amount()),
                Texts.code("refund.reason", row.reason()),
                Formats.moment(row.requestedAt()),
                end(row)));
        return table;
    }

    private static Div end(RefundView row) {
        var box = new Div(row.failure() == null ? Formats.moment(row.settledAt()) : row.failure());
        if (row.handReference() != null) {
            var proof = new Div(t("refund.hand", row.handReference()));
            proof.addClassName("k-quiet");
            box.add(proof);
        }
        return box;
    }

    private static Tone tone(AttemptState state) {
        return switch (state) {
            case CREATED, READY -> Tone.INFO;
            case UNKNOWN -> Tone.WAIT;
            case PAID -> Tone.OK;
            case FAILED -> Tone.BAD;
            case CLOSED -> Tone.PLAIN;
        };
    }
}
