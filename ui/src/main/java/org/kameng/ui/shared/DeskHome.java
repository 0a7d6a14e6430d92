package org.kameng.ui.shared;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import jakarta.annotation.security.PermitAll;

/** {@code /desk} leads to the first page that the person may open. */
@Route(value = "desk", layout = DeskLayout.class)
@PermitAll
class DeskHome extends Div implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(MenuConfiguration.getMenuEntries().stream()
                .map(MenuEntry::path)
                .findFirst()
                .orElse("/orders"));
    }
}
