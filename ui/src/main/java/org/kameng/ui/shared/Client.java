package org.kameng.ui.shared;

import com.vaadin.flow.server.VaadinRequest;

/** Where the present request comes from. */
public final class Client {
    private static final int DEVICE_LENGTH = 200;

    private Client() {}

    public static String address() {
        var request = VaadinRequest.getCurrent();
        return request == null || request.getRemoteAddr() == null ? "unknown" : request.getRemoteAddr();
    }

    /** The browser's own words about itself, cut to a bearable length. */
    public static String device() {
        var request = VaadinRequest.getCurrent();
        var agent = request == null ? null : request.getHeader("User-Agent");
        return agent == null ? "unknown" : agent.substring(0, Math.min(agent.length(), DEVICE_LENGTH));
    }
}
