package org.kameng.ui.shared;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;
import java.util.List;

/** The same page in the other language. */
final class LanguageLink {

    private LanguageLink() {}

    static void point(Anchor link, Location here) {
        var parameters = new HashMap<>(here.getQueryParameters().getParameters());
        parameters.put(Languages.PARAMETER, List.of(Texts.chinese() ? "en" : "zh"));
        var query = new QueryParameters(parameters).getQueryString();
        link.setHref("/" + here.getPath() + "?" + query);
        link.setText(t("nav.otherLanguage"));
        link.getElement().setAttribute("hreflang", Texts.chinese() ? "en" : "zh");
        link.getElement().setAttribute("lang", Texts.chinese() ? "en" : "zh-CN");
    }
}
