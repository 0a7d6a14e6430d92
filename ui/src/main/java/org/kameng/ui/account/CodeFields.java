package org.kameng.ui.account;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.CodePurpose;
import org.kameng.domain.shared.DomainException;
import org.kameng.ui.shared.Client;
import org.kameng.ui.shared.Texts;

/** Phone, the code sent to it, and a new password: the same three for registering and for a forgotten password. */
class CodeFields extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final PhoneCode proof;
    private final PasswordField password = new PasswordField(t("code.password"));

    CodeFields(AccountService accounts, CodePurpose purpose) {
        proof = new PhoneCode(phone -> accounts.requestCode(phone, purpose, Client.address()));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(t("code.password.help"));
        password.setId("password");
        getContent().addClassName("k-stack");
        getContent().add(proof, password);
    }

    String phone() {
        return proof.phone();
    }

    String code() {
        return proof.code();
    }

    String password() {
        return password.getValue();
    }

    /** Shows a refusal at the field it belongs to. */
    void show(DomainException refusal) {
        proof.show(refusal);
        password.setInvalid(refusal.code().name().startsWith("PASSWORD"));
        password.setErrorMessage(Texts.refusal(refusal));
    }

    /** Logs in with what stands in the browser's fields, by the same door as everybody: the server sends no password back. */
    void logInFromBrowser() {
        getElement()
                .executeJs(
                        "const form = document.createElement('form'); form.method = 'post'; form.action = $0;"
                                + " const put = (name, value) => { const field = document.createElement('input'); field.type = 'hidden';"
                                + " field.name = name; field.value = value; form.append(field); };"
                                + " const meta = name => document.querySelector(`meta[name=\"${name}\"]`)?.content;"
                                + " put('username', this.querySelector('#phone').value);"
                                + " put('password', this.querySelector('#password').value);"
                                + " if (meta('_csrf')) put(meta('_csrf_parameter') || '_csrf', meta('_csrf'));"
                                + " document.body.append(form); form.submit();",
                        AccountNavigation.LOG_IN);
    }
}
