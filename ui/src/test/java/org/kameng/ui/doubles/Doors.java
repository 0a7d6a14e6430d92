package org.kameng.ui.doubles;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Map;

/** Enters a page as the router does, which uses one page of a kind again for the next address. */
public final class Doors {

    private Doors() {}

    public static BeforeEnterEvent to(Class<? extends Component> page, String name, String value) {
        var ui = UI.getCurrent();
        var event = new NavigationEvent(
                ui.getInternals().getRouter(), new Location("test"), ui, NavigationTrigger.UI_NAVIGATE);
        return new BeforeEnterEvent(event, page, new RouteParameters(Map.of(name, value)), List.of());
    }
}
