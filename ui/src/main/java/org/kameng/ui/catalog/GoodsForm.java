package org.kameng.ui.catalog;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.Finding;
import org.kameng.domain.catalog.Goods;
import org.kameng.domain.catalog.ListingField;
import org.kameng.domain.shared.Money;

/**
 * Fields over a record of goods. The record that was read stays aside, so that what is typed survives whatever others save.
 *
 * @param <T> the record
 */
abstract class GoodsForm<T extends Record & Goods> extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int PATIENCE_MILLIS = 400;

    /** A field, where findings point at it, and how to read it from the record. */
    private record Part<T>(
            @Nullable ListingField at, HasValue<?, Object> field, String label, Function<T, @Nullable Object> read) {
        void show(T data) {
            var value = read.apply(data);
            field.setValue(value == null ? field.getEmptyValue() : value);
        }
    }

    /** A field whose stored value is another than the typed one. */
    record Difference(String label, String theirs, String mine) {}

    private final transient List<Part<T>> parts = new ArrayList<>();
    private transient T base;
    private Runnable typed = () -> {};

    GoodsForm(T base) {
        this.base = base;
        getContent().addClassName("k-form");
    }

    /** What is typed, with the version of what was read; empty while a number is missing. */
    abstract Optional<T> typed();

    T base() {
        return base;
    }

    void show(T data) {
        base = data;
        parts.forEach(part -> part.show(data));
        mark(List.of());
    }

    /** What is typed shall go over this record, which somebody else saved meanwhile. */
    void rebase(T current) {
        base = current;
    }

    void onTyped(Runnable heard) {
        typed = heard;
    }

    void readOnly() {
        parts.forEach(part -> part.field().setReadOnly(true));
    }

    /** Puts each finding beside its field and answers those that belong to no field of this form. */
    List<Finding> mark(List<Finding> findings) {
        var left = new ArrayList<>(findings);
        for (var part : parts) {
            var mine = findings.stream()
                    .filter(finding -> finding.field() == part.at())
                    .toList();
            left.removeAll(mine);
            if (part.field() instanceof HasValidationProperties field) {
                field.setErrorMessage(
                        String.join(" ", mine.stream().map(FindingWords::of).toList()));
                field.setInvalid(!mine.isEmpty());
            }
        }
        return left;
    }

    List<Difference> differences(T theirs) {
        return parts.stream()
                .filter(part ->
                        !Objects.equals(part.read().apply(theirs), part.field().getValue()))
                .map(part -> new Difference(
                        part.label(),
                        text(part.read().apply(theirs)),
                        text(part.field().getValue())))
                .toList();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value instanceof Boolean yes ? t(yes ? "goods.yes" : "goods.no") : value.toString();
    }

    TextField text(String key, @Nullable ListingField at, int max, Function<T, String> read) {
        var field = new TextField(t(key));
        field.setMaxLength(max);
        return add(field, at, key, read::apply);
    }

    TextArea area(String key, ListingField at, Function<T, String> read) {
        var field = new TextArea(t(key));
        field.setMaxLength(2000);
        field.setMinRows(2);
        return add(field, at, key, read::apply);
    }

    IntegerField number(String key, @Nullable ListingField at, int min, int max, Function<T, Integer> read) {
        var field = new IntegerField(t(key));
        field.setMin(min);
        field.setMax(max);
        return add(field, at, key, read::apply);
    }

    BigDecimalField yuan(String key, ListingField at, Function<T, Money> read) {
        var field = new BigDecimalField(t(key));
        return add(field, at, key, data -> BigDecimal.valueOf(read.apply(data).fen(), 2));
    }

    @SuppressWarnings("unchecked")
    <F extends Component & HasValue<?, ?>> F add(
            F field, @Nullable ListingField at, String key, Function<T, @Nullable Object> read) {
        if (field instanceof HasValueChangeMode slow) {
            slow.setValueChangeMode(ValueChangeMode.LAZY);
            slow.setValueChangeTimeout(PATIENCE_MILLIS);
        }
        if (field instanceof HasValidationProperties checked && field instanceof AbstractField<?, ?>) {
            checked.setManualValidation(true);
        }
        var part = new Part<>(at, (HasValue<?, Object>) (HasValue<?, ?>) field, t(key), read);
        parts.add(part);
        part.show(base);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                typed.run();
            }
        });
        getContent().add(field);
        return field;
    }

    /** The amount in a field, empty when there is none or it is finer than a fen. */
    static Optional<Money> amount(BigDecimalField field) {
        var value = field.getValue();
        return value == null || value.stripTrailingZeros().scale() > 2 || value.precision() > 12
                ? Optional.empty()
                : Optional.of(Money.ofFen(value.movePointRight(2).longValueExact()));
    }
}
