package org.kameng.ui.supplier;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.function.Consumer;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.supplier.SupplierRow;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Say;
import org.kameng.ui.shared.Texts;

/** Takes a supplier's new signing secret; it is never shown again. */
class SecretDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    SecretDialog(SupplierRow row, Consumer<String> decided) {
        setHeaderTitle(t("supplier.secret.title", row.name()));
        var secret = new PasswordField(t("supplier.secret.field"));
        secret.setWidthFull();
        secret.setRequiredIndicatorVisible(true);
        secret.getElement().setAttribute("autocomplete", "off");
        var act = Parts.primary(t("supplier.secret.save"), () -> {
            try {
                decided.accept(secret.getValue().strip());
                close();
                Say.done(t("supplier.secret.saved"));
            } catch (DomainException refusal) {
                secret.setErrorMessage(t("supplier.secret.help"));
                secret.setInvalid(true);
                Say.problem(Texts.refusal(refusal));
            }
        });
        add(new Paragraph(t("supplier.secret.effect")), secret);
        secret.setHelperText(t("supplier.secret.help"));
        getFooter().add(Parts.quiet(t("dialog.cancel"), this::close), act);
    }
}
