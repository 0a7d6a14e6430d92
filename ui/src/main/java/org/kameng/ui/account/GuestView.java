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
import org.kameng.domain.account.Guests;
import org.kameng.domain.shared.DomainException;
import org.kameng.ui.shared.Client;
import org.kameng.ui.shared.CustomerLayout;

/** Buying with a phone code and no password: the words, the code, and on to what was to be bought. */
@Route(value = AccountNavigation.GUEST, layout = CustomerLayout.class)
@AnonymousAllowed
class GuestView extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Guests guests;
    private final transient Entrance entrance;
    private final PhoneCode proof;
    private final Button submit = new Button(t("guest.submit"), click -> enter());
    private final Agreement agreement;

    GuestView(AccountService accounts, Guests guests, Entrance entrance) {
        this.guests = guests;
        this.entrance = entrance;
        proof = new PhoneCode(phone -> accounts.requestCode(phone, CodePurpose.GUEST, Client.address()));
        addClassNames("k-door", "k-sheet");
        agreement = new Agreement(guests.consent());
        agreement.addValueChangeListener(change -> submit.setEnabled(change.getValue()));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        submit.setDisableOnClick(true);
        submit.setEnabled(false);
        submit.setId("enter");
        var links = new Nav(
                new RouterLink(t("guest.have"), LoginView.class),
                new RouterLink(t("login.register"), RegisterView.class));
        links.addClassName("k-links");
        links.getElement().setAttribute("aria-label", t("login.others"));
        add(new H1(t("guest.title")), new Paragraph(t("guest.why")), proof, agreement, submit, later(), links);
    }

    private static Paragraph later() {
        var later = new Paragraph(t("guest.later"));
        later.addClassName("k-quiet");
        return later;
    }

    private void enter() {
        try {
            entrance.enter(guests.enter(proof.phone(), proof.code(), agreement.version(), Client.address()));
            entrance.goOn("/" + AccountNavigation.HOME);
        } catch (DomainException refusal) {
            proof.show(refusal);
            agreement.show(refusal);
            submit.setEnabled(true);
        }
    }

    @Override
    public String getPageTitle() {
        return t("guest.title");
    }
}
