package org.kameng.ui.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Content-Security-Policy. The shop pages run no script at all. The application's inline scripts carry a nonce; its client
 * engine builds functions from text, so {@code unsafe-eval} cannot be taken away before Vaadin 25.4.
 */
public final class PagePolicy {
    static final String NONCE = PagePolicy.class.getName() + ".nonce";
    private static final String COMMON = "default-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none';"
            + " img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; object-src 'none';";

    private PagePolicy() {}

    public static HeaderWriter ofShop() {
        return (request, response) -> set(response, COMMON + " script-src 'none'");
    }

    public static HeaderWriter ofApplication() {
        return (request, response) -> set(response, COMMON + " connect-src 'self'; script-src 'self' 'unsafe-eval'" + nonce(request));
    }

    private static String nonce(HttpServletRequest request) {
        var nonce = request.getAttribute(NONCE);
        return nonce == null ? "" : " 'nonce-" + nonce + "'";
    }

    private static void set(HttpServletResponse response, String policy) {
        response.setHeader("Content-Security-Policy", policy);
    }
}
