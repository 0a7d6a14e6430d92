package org.kameng.ui.account;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.kameng.domain.shared.DomainException;
import org.kameng.ui.shared.Texts;

/** Staff log-in, the two halves of the one-time code, and a password of one's own. */
class ActivateFields extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    final TextField login = new TextField(t("activate.login"));
    final TextField first = new TextField(t("activate.first"));
    final TextField second = new TextField(t("activate.second"));
    final PasswordField password = new PasswordField(t("activate.password"));
    private final Div said = new Div();

    ActivateFields() {
        login.setAutocomplete(Autocomplete.USERNAME);
        login.setId("login");
        first.setId("first-half");
        second.setId("second-half");
        second.setHelperText(t("activate.second.help"));
        first.getElement().setAttribute("autocomplete", "one-time-code");
        second.getElement().setAttribute("autocomplete", "one-time-code");
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(t("code.password.help"));
        password.setId("password");
        said.addClassName("k-said");
        said.getElement().setAttribute("role", "status");
        getContent().addClassName("k-stack");
        getContent().add(login, first, second, password, said);
    }

    void show(DomainException refusal) {
        var text = Texts.refusal(refusal);
        var about = refusal.code().name();
        login.setInvalid(about.startsWith("LOGIN"));
        login.setErrorMessage(text);
        second.setInvalid(about.startsWith("CODE"));
        second.setErrorMessage(t("activate.wrong"));
        password.setInvalid(about.startsWith("PASSWORD"));
        password.setErrorMessage(text);
        said.setText(login.isInvalid() || second.isInvalid() || password.isInvalid() ? "" : text);
    }
}
