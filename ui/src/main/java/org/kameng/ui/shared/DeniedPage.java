package org.kameng.ui.shared;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;

/** The person's roles do not open this page; the attempt is recorded. */
@ParentLayout(CustomerLayout.class)
@AnonymousAllowed
class DeniedPage extends Stop implements HasErrorParameter<AccessDeniedException> {
    private static final long serialVersionUID = 1L;

    private final transient Denials denials;

    DeniedPage(Denials denials) {
        this.denials = denials;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> denied) {
        denials.record(CurrentActor.get(), page(event));
        say(t("problem.denied"), t("problem.denied.text"));
        return HttpStatusCode.FORBIDDEN.getCode();
    }

    /** The page's route with its parameters by name: whose order was tried is no part of the record. */
    private static String page(BeforeEnterEvent event) {
        var routes = event.getSource().getRegistry();
        return Optional.ofNullable(
                        routes.getNavigationRouteTarget(event.getLocation().getPath())
                                .getRouteTarget())
                .flatMap(found -> routes.getTemplate(found.getTarget()))
                .orElse("");
    }
}
