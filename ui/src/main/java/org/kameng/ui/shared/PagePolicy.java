package org.kameng.ui.shared;

import com.vaadin.flow.server.VaadinResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Content-Security-Policy. The shop pages run no script at all. The application's inline scripts carry a nonce; its client
 * engine builds functions from text, so {@code unsafe-eval} cannot be taken away before Vaadin 25.4.
 */
public final class PagePolicy {
    private static final String HEADER = "Content-Security-Policy";
    private static final String COMMON =
            "default-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none';"
                    + " img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; object-src 'none';";
    private static final String APPLICATION = COMMON + " connect-src 'self'; script-src 'self' 'unsafe-eval'";

    private PagePolicy() {}

    public static HeaderWriter ofShop() {
        return (request, response) -> response.setHeader(HEADER, COMMON + " script-src 'none'");
    }

    public static HeaderWriter ofApplication() {
        return (request, response) -> response.setHeader(HEADER, APPLICATION);
    }

    static void vouch(VaadinResponse response, String nonce) {
        response.setHeader(HEADER, APPLICATION + " 'nonce-" + nonce + "'");
        response.setHeader("X-Frame-Options", "DENY");
    }
}
