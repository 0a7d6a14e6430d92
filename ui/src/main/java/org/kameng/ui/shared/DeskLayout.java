package org.kameng.ui.shared;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Collectors;

/** The staff's frame. The drawer shows only what the person's roles may open. */
@PermitAll
public class DeskLayout extends AppLayout implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final Anchor language = new Anchor();

    public DeskLayout(AuthenticationContext session) {
        addClassName("k-desk");
        setPrimarySection(Section.DRAWER);
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(t("desk.menu"));
        language.setRouterIgnore(true);
        language.addClassName("k-tool");
        var leave = new Button(t("nav.logout"), click -> session.logout());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        leave.addClassName("k-tool");
        leave.setId("logout");
        var tools = new Div(whoAmI(), language, leave);
        tools.addClassName("k-tools");
        addToNavbar(toggle, tools);
        var brand = new Anchor("/desk", t("shop.name"));
        brand.addClassName("k-mark");
        var head = new Div(brand, new Span(t("desk.title")));
        head.addClassName("k-drawer-head");
        addToDrawer(head, navigation());
    }

    private static Span whoAmI() {
        var person = CurrentActor.person();
        var name = new Span(person.map(Person::displayName).orElse(""));
        name.addClassName("k-who");
        name.setTitle(person.map(found -> found.roles().stream()
                        .sorted()
                        .map(role -> t("role", role))
                        .collect(Collectors.joining(", ")))
                .orElse(""));
        return name;
    }

    private static SideNav navigation() {
        var nav = new SideNav();
        nav.getElement().setAttribute("aria-label", t("nav.main"));
        MenuConfiguration.getMenuEntries().forEach(entry -> {
            var item = new SideNavItem(t(entry.title()), entry.path());
            if (entry.icon() != null) {
                item.setPrefixComponent(new Icon(entry.icon()));
            }
            // Every page of the desk lies below the desk's own address.
            item.setMatchNested(!entry.path().matches("/?desk"));
            nav.addItem(item);
        });
        return nav;
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        super.showRouterLayoutContent(view);
        view.getElement().setAttribute("role", "main");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        LanguageLink.point(language, event.getLocation());
    }
}
