package org.kameng.ui.shared;

import com.vaadin.flow.server.VaadinRequest;
import org.jspecify.annotations.Nullable;

/** Where a request comes from: the present one, or one that is served outside of any page. */
public final class Client {
    private static final int DEVICE_LENGTH = 200;

    private Client() {}

    public static String address() {
        return address(VaadinRequest.getCurrent());
    }

    public static String address(@Nullable VaadinRequest request) {
        return request == null || request.getRemoteAddr() == null ? "unknown" : request.getRemoteAddr();
    }

    public static String device() {
        return device(VaadinRequest.getCurrent());
    }

    /** The browser's own words about itself, cut to a bearable length. */
    public static String device(@Nullable VaadinRequest request) {
        var agent = request == null ? null : request.getHeader("User-Agent");
        return agent == null ? "unknown" : agent.substring(0, Math.min(agent.length(), DEVICE_LENGTH));
    }
}
