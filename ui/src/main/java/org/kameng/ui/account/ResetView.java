package org.kameng.ui.account;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.CodePurpose;
import org.kameng.domain.shared.DomainException;
import org.kameng.ui.shared.Client;
import org.kameng.ui.shared.CustomerLayout;

/** A forgotten password: the code proves the phone, the new password ends every other session. */
@Route(value = AccountNavigation.RESET, layout = CustomerLayout.class)
@AnonymousAllowed
class ResetView extends Door<CodeFields> {
    private static final long serialVersionUID = 1L;

    private final transient AccountService accounts;

    ResetView(AccountService accounts) {
        super("reset", new CodeFields(accounts, CodePurpose.RESET));
        this.accounts = accounts;
    }

    @Override
    void enter() {
        accounts.resetPassword(fields.phone(), fields.code(), fields.password(), Client.address());
        fields.logInFromBrowser();
    }

    @Override
    void show(DomainException refusal) {
        fields.show(refusal);
    }
}
