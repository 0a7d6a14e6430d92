package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import org.kameng.domain.shared.Money;
import org.kameng.ui.shared.Formats;

/** How many are wanted, and what they cost together. A number that cannot be had is told beside the field and never becomes another. */
class QuantityRow extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final ValueSignal<Integer> quantity = new ValueSignal<>(1);
    private final ValueSignal<Boolean> fits = new ValueSignal<>(true);
    private final ValueSignal<Money> price;

    QuantityRow(int allowed, int stock, Money shown) {
        price = new ValueSignal<>(shown);
        int most = Math.max(1, Math.min(allowed, stock));
        var field = new IntegerField(t("checkout.quantity"));
        field.setMin(1);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setValue(1);
        field.setRequired(true);
        var wrong = t("checkout.quantity.wrong", most);
        field.setI18n(new IntegerField.IntegerFieldI18n()
                .setRequiredErrorMessage(wrong)
                .setBadInputErrorMessage(wrong)
                .setMinErrorMessage(wrong)
                .setMaxErrorMessage(wrong));
        field.setHelperText(t("checkout.quantity.help", allowed, stock));
        field.addValueChangeListener(change -> typed(change.getValue(), most));
        var total = new Span();
        total.addClassNames("k-price", "k-num");
        total.getElement().setAttribute("aria-live", "polite");
        total.bindText(
                Signal.computed(() -> fits.get() ? Formats.money(price.get().times(quantity.get())) : "–"));
        var sum = new Div(new Span(t("checkout.total")), total);
        sum.addClassName("k-total");
        getContent().addClassName("k-quantity");
        getContent().add(field, sum);
    }

    private void typed(Integer typed, int most) {
        boolean possible = typed != null && typed >= 1 && typed <= most;
        fits.set(possible);
        if (possible) quantity.set(typed);
    }

    /** For a signal that follows it. */
    boolean fits() {
        return fits.get();
    }

    int quantity() {
        return quantity.peek();
    }

    Money price() {
        return price.peek();
    }

    void show(Money now) {
        price.set(now);
    }
}
