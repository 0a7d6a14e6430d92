package org.kameng.ui.statistics;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.kameng.ui.shared.Parts.Tone;

/** One number with its name, which leads to where it is explained. Its words carry the meaning, colour only helps. */
final class Tile extends Anchor {
    private static final long serialVersionUID = 1L;

    Tile(String href, String name, String value, String more, Tone tone) {
        super(href);
        addClassName("k-number");
        if (tone == Tone.BAD) addClassName("k-bad");
        var number = new Span(value);
        number.addClassNames("k-num", "k-number-value");
        var under = new Span(more);
        under.addClassName("k-quiet");
        add(new Span(name), number, under);
    }
}
