package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.order.OrderState;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Texts;

/** The fields above the list; whatever changes makes a new query. */
class OrderFilterBar extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int PATIENCE_MILLIS = 400;

    private final TextField text = new TextField(t("orders.filter.text"));
    private final MultiSelectComboBox<OrderState> states = new MultiSelectComboBox<>(t("orders.filter.state"));
    private final DatePicker from = new DatePicker(t("orders.filter.from"));
    private final DatePicker until = new DatePicker(t("orders.filter.until"));
    private final TextField phone = new TextField(t("orders.filter.phone"));
    private Set<String> hidden = Set.of();

    /** The phone goes to the second one and never into an address. */
    OrderFilterBar(Consumer<OrderQuery> changed, @Nullable Consumer<String> byPhone) {
        getContent().addClassName("k-filters");
        getContent().getElement().setAttribute("role", "search");
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PATIENCE_MILLIS);
        text.setPattern(OrderQuery.NUMBER);
        text.setErrorMessage(t("orders.filter.text.wrong"));
        text.setId("filter-number");
        phone.setVisible(byPhone != null);
        phone.setClearButtonVisible(true);
        phone.setAutocomplete(Autocomplete.OFF);
        phone.setId("filter-phone");
        if (byPhone != null) phone.addValueChangeListener(change -> byPhone.accept(change.getValue()));
        states.setItems(OrderState.values());
        states.setItemLabelGenerator(OrderWords::of);
        states.setClearButtonVisible(true);
        from.setLocale(Texts.locale());
        until.setLocale(Texts.locale());
        from.setClearButtonVisible(true);
        until.setClearButtonVisible(true);
        text.addValueChangeListener(change -> tell(changed, change.isFromClient()));
        states.addValueChangeListener(change -> tell(changed, change.isFromClient()));
        from.addValueChangeListener(change -> tell(changed, change.isFromClient()));
        until.addValueChangeListener(change -> tell(changed, change.isFromClient()));
        var all = Parts.quiet(t("orders.filter.clear"), () -> {
            phone.clear();
            changed.accept(new OrderQuery("", Set.of(), null, null, hidden));
        });
        getContent().add(text, phone, states, from, until, all);
    }

    private void tell(Consumer<OrderQuery> changed, boolean byPerson) {
        if (byPerson && !text.isInvalid()) {
            changed.accept(
                    new OrderQuery(text.getValue(), states.getValue(), from.getValue(), until.getValue(), hidden));
        }
    }

    /** Why a phone finds nothing; null when it does. */
    void phoneProblem(@Nullable String why) {
        phone.setInvalid(why != null);
        phone.setErrorMessage(why);
    }

    void show(OrderQuery query) {
        hidden = query.hidden();
        text.setValue(query.text());
        states.setValue(query.states());
        from.setValue(query.from());
        until.setValue(query.until());
    }
}
