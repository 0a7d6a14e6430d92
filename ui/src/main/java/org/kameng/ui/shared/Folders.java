package org.kameng.ui.shared;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.function.Supplier;

/** Several records behind a row of buttons, each read when it is opened, and anew each time. */
public class Folders extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final Div row = new Div();
    private final Div open = new Div();

    public Folders(String label) {
        row.addClassName("k-folders");
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", label);
        open.getElement().setAttribute("aria-live", "polite");
        getContent().addClassName("k-stack");
        getContent().add(row, open);
    }

    /** The first one is open from the start. */
    public void add(String name, Supplier<Component> record) {
        var button = new Button(name);
        button.addClickListener(click -> open(button, record));
        boolean first = row.getChildren().findAny().isEmpty();
        row.add(button);
        if (first) {
            open(button, record);
        } else {
            pressed(button, false);
        }
    }

    private void open(Button chosen, Supplier<Component> record) {
        row.getChildren().forEach(button -> pressed(button, button.equals(chosen)));
        open.removeAll();
        open.add(record.get());
    }

    private static void pressed(Component button, boolean yes) {
        button.getElement().setAttribute("aria-pressed", String.valueOf(yes));
    }
}
