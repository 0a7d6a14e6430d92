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

    void logInFromBrowser() {
        BrowserLogIn.from(this, proof.phoneField(), password);
    }
}
