package org.kameng.ui.statistics;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import org.kameng.ui.shared.Table;

/** A picture with its words above and its numbers behind it: nobody needs eyes or a mouse to know what it says. */
final class Chart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final Paragraph words = new Paragraph();
    private final Div picture = new Div();
    private final Details numbers = new Details(t("chart.numbers"));

    Chart(String title, String legend) {
        var below = new Paragraph(legend);
        below.addClassNames("k-quiet", "k-legend");
        words.addClassName("k-chart-words");
        getContent().addClassName("k-chart");
        getContent().add(new H3(title), words, picture, below, numbers);
    }

    void show(String summary, String svg, Table table) {
        words.setText(summary);
        picture.removeAll();
        picture.add(new Svg(svg));
        numbers.removeAll();
        numbers.add(table);
    }
}
