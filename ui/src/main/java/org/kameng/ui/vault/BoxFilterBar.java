package org.kameng.ui.vault;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumMap;
import java.util.Map;
import org.kameng.domain.vault.BoxCounts;
import org.kameng.domain.vault.BoxFilter;
import org.kameng.domain.vault.BoxFilter.Show;

/** New, viewed, expiring, expired with their counts, and a field for a product or an order. */
class BoxFilterBar extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_TEXT = 60;

    private final TextField text = new TextField();
    private final Map<Show, Button> shows = new EnumMap<>(Show.class);
    private Show show;

    BoxFilterBar(Show show, Runnable changed) {
        this.show = show;
        text.setPlaceholder(t("cards.find"));
        text.setAriaLabel(t("cards.find"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setMaxLength(LONGEST_TEXT);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setId("find");
        text.addValueChangeListener(change -> changed.run());
        var row = new Div();
        row.addClassName("k-folders");
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", t("cards.show"));
        for (Show each : Show.values()) {
            var button = new Button(t("cards.show", each), click -> {
                this.show = each;
                changed.run();
            });
            button.setId("show-" + each.name());
            shows.put(each, button);
            row.add(button);
        }
        getContent().addClassName("k-stack");
        getContent().add(text, row);
    }

    BoxFilter filter() {
        return new BoxFilter(show, text.getValue(), null, null);
    }

    void count(BoxCounts counts) {
        shows.forEach((each, button) -> {
            button.setText(t("cards.show.count", t("cards.show", each), counts.of(each)));
            button.getElement().setAttribute("aria-pressed", String.valueOf(each == show));
        });
    }
}
