package org.kameng.ui.shared;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.ArrayList;
import java.util.List;

/** The customer's frame: a slim bar above; on a phone the ways lie at the bottom, under the thumb. */
@AnonymousAllowed
public class CustomerLayout extends Div implements RouterLayout, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final Main content = new Main();
    private final List<Anchor> ways = new ArrayList<>();
    private final Anchor language = new Anchor();

    public CustomerLayout(AuthenticationContext session) {
        addClassName("k-customer");
        var brand = new Anchor("/" + suffix(), t("shop.name"));
        brand.setRouterIgnore(true);
        brand.addClassName("k-mark");
        var tools = new Div();
        tools.addClassName("k-tools");
        language.setRouterIgnore(true);
        language.addClassName("k-tool");
        tools.add(language);
        CurrentActor.person().ifPresent(person -> tools.add(leave(session)));
        var nav = new Nav(way("/" + suffix(), t("nav.shop"), VaadinIcon.SHOP, true));
        CurrentActor.person()
                .ifPresentOrElse(
                        person -> nav.add(
                                way("orders", t("nav.orders"), VaadinIcon.LIST_UL, false),
                                way("cards", t("nav.cards"), VaadinIcon.CREDIT_CARD, false)),
                        () -> nav.add(way("login", t("nav.login"), VaadinIcon.USER, false)));
        nav.addClassName("k-ways");
        nav.getElement().setAttribute("aria-label", t("nav.main"));
        var bar = new Header(brand, nav, tools);
        bar.addClassName("k-bar");
        content.addClassName("k-content");
        add(bar, content);
    }

    private static String suffix() {
        return Texts.chinese() ? "" : "?lang=en";
    }

    private static Button leave(AuthenticationContext session) {
        var leave = new Button(t("nav.logout"), new Icon(VaadinIcon.SIGN_OUT), click -> session.logout());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        leave.addClassName("k-tool");
        leave.setId("logout");
        return leave;
    }

    private Anchor way(String href, String label, VaadinIcon icon, boolean outside) {
        var picture = new Icon(icon);
        picture.getElement().setAttribute("aria-hidden", "true");
        var way = new Anchor(href, picture, new Span(label));
        way.setRouterIgnore(outside);
        ways.add(way);
        return way;
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.removeAll();
        if (view != null) {
            content.add((Component) view.getElement().getComponent().orElseThrow());
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var path = event.getLocation().getPath();
        ways.forEach(way -> {
            boolean here = path.equals(way.getHref()) || path.startsWith(way.getHref() + "/");
            if (here) {
                way.getElement().setAttribute("aria-current", "page");
            } else {
                way.getElement().removeAttribute("aria-current");
            }
        });
        LanguageLink.point(language, event.getLocation());
    }
}
