package org.kameng.ui.shared;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Sets language, error handling and the nonce of inline scripts when a page of the application opens. */
@Component
class SessionStart implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;
    private static final int NONCE_BYTES = 18;

    private final transient ScreenErrors errors;
    private final transient SecureRandom random = new SecureRandom();

    SessionStart(ScreenErrors errors) {
        this.errors = errors;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(errors));
        event.getSource().addUIInitListener(opened -> {
            if (VaadinServletRequest.getCurrent() != null) {
                opened.getUI()
                        .setLocale(
                                Languages.of(VaadinServletRequest.getCurrent().getHttpServletRequest()));
            }
        });
        event.addIndexHtmlRequestListener(SessionStart::nameTheLanguage);
        event.addIndexHtmlRequestListener(this::vouchForScripts);
    }

    private static void nameTheLanguage(IndexHtmlResponse page) {
        if (page.getVaadinRequest() instanceof VaadinServletRequest request) {
            var language = Languages.of(request.getHttpServletRequest());
            page.getDocument().child(0).attr("lang", language.toLanguageTag());
        }
    }

    private void vouchForScripts(IndexHtmlResponse page) {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().select("script").attr("nonce", nonce);
        PagePolicy.vouch(page.getVaadinResponse(), nonce);
    }
}
