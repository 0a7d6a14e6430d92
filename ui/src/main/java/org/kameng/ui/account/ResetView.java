package org.kameng.ui.account;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.CodePurpose;
import org.kameng.domain.shared.DomainException;
import org.kameng.ui.shared.Client;
import org.kameng.ui.shared.CustomerLayout;

/** A forgotten password: the code proves the phone, the new password ends every other session. */
@Route(value = AccountNavigation.RESET, layout = CustomerLayout.class)
@AnonymousAllowed
class ResetView extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient AccountService accounts;
    private final CodeFields fields;
    private final Button submit = new Button(t("reset.submit"), click -> reset());

    ResetView(AccountService accounts) {
        this.accounts = accounts;
        fields = new CodeFields(accounts, CodePurpose.RESET);
        addClassNames("k-door", "k-sheet");
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        submit.setDisableOnClick(true);
        submit.setId("reset");
        var links = new Nav(new RouterLink(t("reset.have"), LoginView.class));
        links.addClassName("k-links");
        links.getElement().setAttribute("aria-label", t("login.others"));
        add(new H1(t("reset.title")), new Paragraph(t("reset.why")), fields, submit, links);
    }

    private void reset() {
        try {
            accounts.resetPassword(fields.phone(), fields.code(), fields.password(), Client.address());
            fields.logInFromBrowser();
        } catch (DomainException refusal) {
            fields.show(refusal);
            submit.setEnabled(true);
        }
    }

    @Override
    public String getPageTitle() {
        return t("reset.title");
    }
}
