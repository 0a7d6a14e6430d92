package org.kameng.ui.account;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.CodePurpose;
import org.kameng.domain.shared.DomainException;
import org.kameng.ui.shared.Client;
import org.kameng.ui.shared.Texts;

/** Phone, the code sent to it, and a new password: the same three for registering and for a forgotten password. */
class CodeFields extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int WAIT_SECONDS = 60;

    private final TextField phone = new TextField(t("code.phone"));
    private final TextField code = new TextField(t("code.code"));
    private final PasswordField password = new PasswordField(t("code.password"));
    private final Button send = new Button(t("code.send"));
    private final Div said = new Div();

    CodeFields(AccountService accounts, CodePurpose purpose) {
        phone.setAutocomplete(Autocomplete.TEL_NATIONAL);
        phone.setAllowedCharPattern("[0-9+ -]");
        phone.setRequiredIndicatorVisible(true);
        phone.setId("phone");
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.setAllowedCharPattern("[0-9]");
        code.setMaxLength(6);
        code.setId("code");
        code.getElement().setAttribute("inputmode", "numeric");
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(t("code.password.help"));
        password.setId("password");
        send.setDisableOnClick(true);
        send.setId("send-code");
        send.addClickListener(click -> send(accounts, purpose));
        said.addClassName("k-said");
        said.getElement().setAttribute("role", "status");
        var row = new Div(code, send);
        row.addClassName("k-code-row");
        getContent().addClassName("k-stack");
        getContent().add(phone, row, said, password);
    }

    private void send(AccountService accounts, CodePurpose purpose) {
        try {
            accounts.requestCode(phone.getValue(), purpose, Client.address());
            phone.setInvalid(false);
            said.setText(t("code.sent"));
            code.focus();
            coolDown();
        } catch (DomainException refusal) {
            phone.setErrorMessage(Texts.refusal(refusal));
            phone.setInvalid(true);
            send.setEnabled(true);
        }
    }

    /** The button counts down in the browser and asks to be woken; the real limit is the service's. */
    private void coolDown() {
        send.getElement()
                .executeJs(
                        "return new Promise(done => { let left = $0; const label = $1; const tick = () => {"
                                + " if (left-- <= 0 || !this.isConnected) { this.textContent = $2; done(); return; }"
                                + " this.textContent = label.replace('#', left + 1); setTimeout(tick, 1000); }; tick(); })",
                        WAIT_SECONDS,
                        t("code.again"),
                        t("code.send"))
                .then(done -> send.setEnabled(true));
    }

    String phone() {
        return phone.getValue();
    }

    String code() {
        return code.getValue();
    }

    String password() {
        return password.getValue();
    }

    /** Shows a refusal at the field it belongs to. */
    void show(DomainException refusal) {
        var text = Texts.refusal(refusal);
        var about = refusal.code().name();
        phone.setInvalid(about.startsWith("PHONE") || about.equals("ACCOUNT_EXISTS"));
        phone.setErrorMessage(text);
        code.setInvalid(about.startsWith("CODE"));
        code.setErrorMessage(text);
        password.setInvalid(about.startsWith("PASSWORD"));
        password.setErrorMessage(text);
        said.setText(phone.isInvalid() || code.isInvalid() || password.isInvalid() ? "" : text);
    }

    void logInFromBrowser() {
        BrowserLogIn.from(this, phone, password);
    }
}
