package org.kameng.ui.account;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.kameng.ui.shared.CustomerLayout;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.web.WebAttributes;

/** Log-in for customers (phone) and staff (log-in name) alike; which of both is wrong is never told. */
@Route(value = AccountNavigation.LOG_IN, layout = CustomerLayout.class)
@AnonymousAllowed
class LoginView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final LoginForm form = new LoginForm();

    LoginView() {
        addClassNames("k-door", "k-sheet");
        form.setAction(AccountNavigation.LOG_IN);
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words("login.refused"));
        var guest = new RouterLink(t("login.guest"), GuestView.class);
        guest.setId("as-guest");
        var links = new Nav(
                guest,
                new RouterLink(t("login.register"), RegisterView.class),
                new RouterLink(t("login.forgot"), ResetView.class),
                new RouterLink(t("login.activate"), ActivateView.class));
        links.addClassName("k-links");
        links.getElement().setAttribute("aria-label", t("login.others"));
        add(form, links, backToShop());
    }

    private static Div backToShop() {
        var shop = new Anchor("/", t("login.shop"));
        shop.setRouterIgnore(true);
        var row = new Div(shop);
        row.addClassName("k-quiet");
        return row;
    }

    private static LoginI18n words(String refusal) {
        var words = LoginI18n.createDefault();
        words.getForm().setTitle(t("login.title"));
        words.getForm().setUsername(t("login.name"));
        words.getForm().setPassword(t("login.password"));
        words.getForm().setSubmit(t("login.submit"));
        words.getErrorMessage().setTitle(t(refusal + ".title"));
        words.getErrorMessage().setMessage(t(refusal));
        words.getErrorMessage().setUsername(t("login.name.needed"));
        words.getErrorMessage().setPassword(t("login.password.needed"));
        return words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (event.getLocation().getQueryParameters().getParameters().containsKey("error")) {
            form.setI18n(refusal());
            form.setError(true);
        }
    }

    private static LoginI18n refusal() {
        var session = VaadinServletRequest.getCurrent().getHttpServletRequest().getSession(false);
        var why = session == null ? null : session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
        var words = words(why instanceof LockedException ? "login.locked" : "login.refused");
        if (why instanceof RefusedAtDoor refused) words.getErrorMessage().setMessage(refused.words());
        return words;
    }

    @Override
    public String getPageTitle() {
        return t("login.title");
    }
}
