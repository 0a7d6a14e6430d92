package org.kameng.app;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.ServletContext;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the router knows and who may enter, so that a test that looks at every page misses none; beside the dial, tests only. */
@RestController
@RequestMapping("/internal/routes")
@ConditionalOnProperty("kameng.clock.dial")
class RouteList {

    private final ServletContext context;

    RouteList(ServletContext context) {
        this.context = context;
    }

    /** @param roles who may enter; ANYBODY without a log-in, PERSON with any */
    record Entry(String template, List<String> roles) {}

    @GetMapping
    List<Entry> routes() {
        var registry = ApplicationRouteRegistry.getInstance(new VaadinServletContext(context));
        return RouteConfiguration.forRegistry(registry).getAvailableRoutes().stream()
                .map(route -> new Entry(route.getTemplate(), roles(route.getNavigationTarget())))
                .toList();
    }

    private static List<String> roles(Class<? extends Component> page) {
        if (page.isAnnotationPresent(AnonymousAllowed.class)) return List.of("ANYBODY");
        var roles = page.getAnnotation(RolesAllowed.class);
        return roles == null ? List.of("PERSON") : List.of(roles.value());
    }
}
