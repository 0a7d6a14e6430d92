package org.kameng.ui.shared;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page that says why it goes no further, and where to go instead. */
abstract class Stop extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private String title = "";

    void say(String title, String text) {
        this.title = title;
        removeAll();
        addClassNames("k-door", "k-sheet");
        var home = new Anchor("/home", t("problem.home"));
        home.setRouterIgnore(true);
        add(new H1(title), new Paragraph(text), home);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
