package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import org.kameng.ui.shared.Texts;

/** The way back to the shop, which lies outside the application. */
final class ShopLink {

    private ShopLink() {}

    static Anchor back() {
        var link = new Anchor(Texts.chinese() ? "/" : "/?lang=en", t("shop.toFront"));
        link.setRouterIgnore(true);
        return link;
    }
}
