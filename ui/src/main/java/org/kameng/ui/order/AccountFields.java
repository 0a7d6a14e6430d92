package org.kameng.ui.order;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kameng.domain.catalog.AccountField;
import org.kameng.ui.shared.Texts;

/** The fields of an account to top up; knows when all of them look right. */
class AccountFields extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient List<AccountField> asked;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final SerializableRunnable changed;

    AccountFields(List<AccountField> asked, SerializableRunnable changed) {
        this.asked = List.copyOf(asked);
        this.changed = changed;
        getContent().addClassName("k-stack");
        asked.forEach(field -> getContent().add(field.options().isEmpty() ? text(field) : choice(field)));
    }

    boolean complete() {
        return asked.stream().allMatch(field -> field.accepts(values.getOrDefault(field.name(), "")));
    }

    Map<String, String> values() {
        return Map.copyOf(values);
    }

    private Component text(AccountField asked) {
        var field = new TextField(label(asked));
        field.setPattern(asked.pattern());
        field.setMaxLength(100);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setAutocomplete(Autocomplete.OFF);
        return bound(field, asked);
    }

    private Component choice(AccountField asked) {
        // A select tells "required" on a button, which no screen reader may be told; a combo box may.
        var field = new ComboBox<String>(label(asked));
        field.setItems(asked.options());
        return bound(field, asked);
    }

    private <F extends Component & HasValue<?, String>> F bound(F field, AccountField asked) {
        field.setId("account-" + asked.name());
        field.setRequiredIndicatorVisible(true);
        field.addValueChangeListener(change -> {
            values.put(
                    asked.name(),
                    change.getValue() == null ? "" : change.getValue().strip());
            changed.run();
        });
        return field;
    }

    private static String label(AccountField field) {
        return Texts.either(field.labelZh(), field.labelEn());
    }
}
