package org.kameng.ui.statistics;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A name, a bar for a share of a whole, and the words that say it. */
final class Share extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    Share(String name, int percent, Component... words) {
        var fill = new Div();
        fill.addClassName("k-share-fill");
        fill.getStyle().setWidth(Math.clamp(percent, 0, 100) + "%");
        var bar = new Div(fill);
        bar.addClassName("k-share-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        var said = new Div(words);
        said.addClassName("k-share-words");
        getContent().addClassName("k-share");
        getContent().add(new Span(name), bar, said);
    }
}
