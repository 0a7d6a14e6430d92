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
class ResetView extends Door {
    private static final long serialVersionUID = 1L;

    private final transient AccountService accounts;
    private final CodeFields fields;

    ResetView(AccountService accounts) {
        this(accounts, new CodeFields(accounts, CodePurpose.RESET));
    }

    private ResetView(AccountService accounts, CodeFields fields) {
        super("reset", fields);
        this.accounts = accounts;
        this.fields = fields;
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
