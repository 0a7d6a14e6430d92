package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kameng.domain.catalog.AccountField;

/** Lets the buyer correct the account that a supplier refused. */
class AccountForm extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final AccountFields fields;
    private final Button send;

    AccountForm(List<AccountField> asked, Consumer<Map<String, String>> correct) {
        fields = new AccountFields(asked, this::ready);
        send = new Button(t("supply.account.send"), click -> correct.accept(fields.values()));
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setId("correct-account");
        send.setEnabled(false);
        getContent().addClassName("k-stack");
        getContent().add(fields, send);
    }

    private void ready() {
        send.setEnabled(fields.complete());
    }
}
