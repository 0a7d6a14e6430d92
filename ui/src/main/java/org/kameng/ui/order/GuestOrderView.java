package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.kameng.domain.order.LinkedOrder;
import org.kameng.domain.order.OrderLinks;
import org.kameng.domain.shared.DomainException;
import org.kameng.ui.account.AccountNavigation;
import org.kameng.ui.account.Entrance;
import org.kameng.ui.account.PhoneCode;
import org.kameng.ui.shared.Client;
import org.kameng.ui.shared.CustomerLayout;
import org.kameng.ui.shared.Texts;

/** What a link from a text message leads to: the name and the state of an order, and the phone as the only way further. */
@Route(value = OrderNavigation.LINK, layout = CustomerLayout.class)
@AnonymousAllowed
class GuestOrderView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient OrderLinks links;
    private final transient Entrance entrance;

    GuestOrderView(OrderLinks links, Entrance entrance) {
        this.links = links;
        this.entrance = entrance;
        addClassNames("k-door", "k-sheet");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var token = event.getRouteParameters().get(OrderNavigation.TOKEN).orElseThrow();
        show(token, links.look(token, Client.address()));
    }

    private void show(String token, LinkedOrder order) {
        removeAll();
        var name = new Paragraph(Texts.either(order.nameZh(), order.nameEn()) + " × " + order.quantity());
        var state = OrderWords.badge(order.state());
        state.setId("state");
        var facts = new Div(name, state);
        facts.addClassName("k-head");
        add(new H1(t("link.title")), facts);
        if (order.inAccount()) {
            add(new Paragraph(t("link.moved")), new Anchor(AccountNavigation.LOG_IN, t("nav.login")));
        } else {
            add(new Paragraph(t("link.why")));
            add(proof(token));
        }
    }

    private Div proof(String token) {
        var proof = new PhoneCode(phone -> links.requestCode(token, phone, Client.address()));
        var open = new Button(t("link.open"));
        open.addThemeVariants(ButtonVariant.PRIMARY);
        open.addClickShortcut(Key.ENTER);
        open.setDisableOnClick(true);
        open.setId("open");
        open.addClickListener(click -> open(token, proof, open));
        var safe = new Span(t("link.safe"));
        safe.addClassName("k-quiet");
        var all = new Div(proof, open, safe);
        all.addClassName("k-stack");
        return all;
    }

    private void open(String token, PhoneCode proof, Button open) {
        try {
            var opened = links.open(token, proof.phone(), proof.code(), Client.address());
            entrance.enter(opened.buyer());
            getUI().orElseThrow().getPage().setLocation("/" + OrderNavigation.order(opened.order()));
        } catch (DomainException refusal) {
            proof.show(refusal);
            open.setEnabled(true);
        }
    }

    @Override
    public String getPageTitle() {
        return t("link.title");
    }
}
