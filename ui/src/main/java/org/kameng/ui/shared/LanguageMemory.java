package org.kameng.ui.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Remembers the language chosen by {@code ?lang=…} for the pages behind the shop. Cacheable pages never set a cookie. */
@Component
@Order(LanguageMemory.BEFORE_SECURITY)
class LanguageMemory extends OncePerRequestFilter {
    /** The way to the log-in page must remember it too. */
    static final int BEFORE_SECURITY = -200;

    private static final int YEAR_SECONDS = (int) Duration.ofDays(365).toSeconds();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals("/") || path.startsWith("/p/") || request.getParameter(Languages.PARAMETER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var chosen = Languages.of(request.getParameter(Languages.PARAMETER));
        var cookie = new Cookie(Languages.COOKIE, Languages.tag(chosen));
        cookie.setPath("/");
        cookie.setMaxAge(YEAR_SECONDS);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setSecure(request.isSecure());
        cookie.setHttpOnly(true);
        response.addCookie(cookie);
        chain.doFilter(request, response);
    }
}
