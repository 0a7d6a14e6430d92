package org.kameng.ui.account;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.kameng.domain.account.StaffService;
import org.kameng.domain.shared.DomainException;
import org.kameng.ui.shared.Client;
import org.kameng.ui.shared.CustomerLayout;

/** A new colleague, or one who lost the password: two halves of a code, and a password nobody else ever knew. */
@Route(value = AccountNavigation.ACTIVATE, layout = CustomerLayout.class)
@AnonymousAllowed
class ActivateView extends Door<ActivateFields> {
    private static final long serialVersionUID = 1L;

    private final transient StaffService staff;

    ActivateView(StaffService staff) {
        super("activate", new ActivateFields());
        this.staff = staff;
    }

    @Override
    void enter() {
        staff.activate(
                fields.login.getValue(),
                fields.first.getValue(),
                fields.second.getValue(),
                fields.password.getValue(),
                Client.address());
        BrowserLogIn.from(this, fields.login, fields.password);
    }

    @Override
    void show(DomainException refusal) {
        fields.show(refusal);
    }
}
