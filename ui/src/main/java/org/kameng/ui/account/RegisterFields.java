package org.kameng.ui.account;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.CodePurpose;
import org.kameng.domain.account.PhoneConsent;

/** Phone, code and password, and the words to agree to. */
class RegisterFields extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    final CodeFields proof;
    final Agreement agreement;

    RegisterFields(AccountService accounts, PhoneConsent words) {
        proof = new CodeFields(accounts, CodePurpose.REGISTER);
        agreement = new Agreement(words);
        getContent().addClassName("k-stack");
        getContent().add(proof, agreement);
    }
}
