package org.kameng.ui.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import java.net.URI;
import java.util.Optional;
import org.kameng.domain.account.LogInResult;
import org.kameng.ui.shared.Person;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/** Begins the session of somebody who proved the phone inside a page: with a new id, under the same rules as a log-in. */
@Component
public class Entrance {
    private final SessionKeeper keeper;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionRequestCache wishes = new HttpSessionRequestCache();

    Entrance(SessionKeeper keeper) {
        this.keeper = keeper;
    }

    public void enter(LogInResult.LoggedIn in) {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        var response = VaadinServletResponse.getCurrent().getHttpServletResponse();
        var session = AccountAuthentication.accepted(Person.of(in), null);
        request.changeSessionId();
        keeper.onAuthentication(session, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(session);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Leads to the page the person was turned away from at the door, else to the given one. The page is loaded afresh. */
    public void goOn(String otherwise) {
        UI.getCurrent().getPage().setLocation(wish().orElse(otherwise));
    }

    private Optional<String> wish() {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        var response = VaadinServletResponse.getCurrent().getHttpServletResponse();
        var wished = Optional.ofNullable(wishes.getRequest(request, response));
        wishes.removeRequest(request, response);
        return wished.map(saved -> URI.create(saved.getRedirectUrl()))
                .map(address ->
                        address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
    }
}
