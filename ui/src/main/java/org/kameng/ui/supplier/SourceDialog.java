package org.kameng.ui.supplier;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.supplier.SourceRow;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Say;
import org.kameng.ui.shared.Texts;

/** Says what will happen, asks why, and keeps what was typed when it is refused. */
class SourceDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int MOST_REASON = 500;

    SourceDialog(SourceRow row, boolean resume, Consumer<String> decided) {
        setHeaderTitle(t(resume ? "source.resume.title" : "source.pause.title", row.sku(), row.supplierName()));
        var effect = new Paragraph(
                resume
                        ? t(
                                "source.resume.effect",
                                Formats.money(row.cost()),
                                Formats.money(row.acceptedCost()),
                                SourceGrid.reason(row))
                        : t("source.pause.effect"));
        var reason = new TextArea(t("decide.reason"));
        reason.setMaxLength(MOST_REASON);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        var act = Parts.primary(t(resume ? "source.resume" : "source.pause"), () -> {
            try {
                decided.accept(reason.getValue());
                close();
                Say.done(t(resume ? "source.resumed" : "source.pausedNow"));
            } catch (DomainException refusal) {
                Say.problem(Texts.refusal(refusal));
            }
        });
        act.setEnabled(false);
        reason.addValueChangeListener(
                change -> act.setEnabled(!change.getValue().isBlank()));
        add(effect, reason);
        getFooter().add(Parts.quiet(t("dialog.cancel"), this::close), act);
    }
}
