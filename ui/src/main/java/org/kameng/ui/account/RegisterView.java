package org.kameng.ui.account;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.Guests;
import org.kameng.domain.shared.DomainException;
import org.kameng.ui.shared.Client;
import org.kameng.ui.shared.CustomerLayout;

/** A new customer: phone, code, password, and straight on to where they came from. */
@Route(value = AccountNavigation.REGISTER, layout = CustomerLayout.class)
@AnonymousAllowed
class RegisterView extends Door<RegisterFields> {
    private static final long serialVersionUID = 1L;

    private final transient AccountService accounts;

    RegisterView(AccountService accounts, Guests guests) {
        super("register", new RegisterFields(accounts, guests.consent()));
        this.accounts = accounts;
    }

    @Override
    void enter() {
        var proof = fields.proof;
        accounts.register(proof.phone(), proof.code(), proof.password(), fields.agreement.version(), Client.address());
        proof.logInFromBrowser();
    }

    @Override
    void show(DomainException refusal) {
        fields.proof.show(refusal);
        fields.agreement.show(refusal);
    }
}
