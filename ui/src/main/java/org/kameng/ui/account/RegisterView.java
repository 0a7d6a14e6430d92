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

/** A new customer: phone, code, password, and straight on to where they came from. */
@Route(value = AccountNavigation.REGISTER, layout = CustomerLayout.class)
@AnonymousAllowed
class RegisterView extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient AccountService accounts;
    private final CodeFields fields;
    private final Button submit = new Button(t("register.submit"), click -> register());

    RegisterView(AccountService accounts) {
        this.accounts = accounts;
        fields = new CodeFields(accounts, CodePurpose.REGISTER);
        addClassNames("k-door", "k-sheet");
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        submit.setDisableOnClick(true);
        submit.setId("register");
        var links = new Nav(new RouterLink(t("register.have"), LoginView.class));
        links.addClassName("k-links");
        links.getElement().setAttribute("aria-label", t("login.others"));
        add(new H1(t("register.title")), new Paragraph(t("register.why")), fields, submit, links);
    }

    private void register() {
        try {
            accounts.register(fields.phone(), fields.code(), fields.password(), Client.address());
            fields.logInFromBrowser();
        } catch (DomainException refusal) {
            fields.show(refusal);
            submit.setEnabled(true);
        }
    }

    @Override
    public String getPageTitle() {
        return t("register.title");
    }
}
