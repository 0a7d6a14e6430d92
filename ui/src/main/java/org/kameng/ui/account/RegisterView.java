package org.kameng.ui.account;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.CodePurpose;
import org.kameng.domain.shared.DomainException;
import org.kameng.ui.shared.Client;
import org.kameng.ui.shared.CustomerLayout;

/** A new customer: phone, code, password, and straight on to where they came from. */
@Route(value = AccountNavigation.REGISTER, layout = CustomerLayout.class)
@AnonymousAllowed
class RegisterView extends Door<CodeFields> {
    private static final long serialVersionUID = 1L;

    private final transient AccountService accounts;

    RegisterView(AccountService accounts) {
        super("register", new CodeFields(accounts, CodePurpose.REGISTER));
        this.accounts = accounts;
    }

    @Override
    void enter() {
        accounts.register(fields.phone(), fields.code(), fields.password(), Client.address());
        fields.logInFromBrowser();
    }

    @Override
    void show(DomainException refusal) {
        fields.show(refusal);
    }
}
