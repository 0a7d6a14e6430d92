package org.kameng.ui.catalog;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Tags the shop's pages by their content, so that a browser or cache that has the same one is sent nothing. */
class ShopTags extends ShallowEtagHeaderFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !(path.equals("/") || path.startsWith("/p/")) || request.getParameter("v-r") != null;
    }
}
