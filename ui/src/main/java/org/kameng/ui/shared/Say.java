package org.kameng.ui.shared;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short words over the page. */
public final class Say {
    private static final int SHORT_MILLIS = 4000;
    private static final int LONG_MILLIS = 9000;

    private Say() {}

    public static void done(String text) {
        show(text, SHORT_MILLIS, NotificationVariant.SUCCESS);
    }

    public static void problem(String text) {
        show(text, LONG_MILLIS, NotificationVariant.ERROR);
    }

    private static void show(String text, int millis, NotificationVariant variant) {
        var notification = Notification.show(text, millis, Notification.Position.TOP_CENTER);
        notification.addThemeVariants(variant);
        notification.setAssertive(variant == NotificationVariant.ERROR);
    }
}
