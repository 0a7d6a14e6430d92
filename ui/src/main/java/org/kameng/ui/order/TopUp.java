package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.AccountField;
import org.kameng.domain.order.AccountConsentText;
import org.kameng.ui.shared.Texts;

/** The account to top up, and the words under which it may be passed to the supplier. */
class TopUp extends Composite<Section> {
    private static final long serialVersionUID = 1L;

    private final AccountFields fields;
    private final Checkbox consent;
    private final String version;

    TopUp(List<AccountField> asked, AccountConsentText words, SerializableRunnable changed) {
        version = words.version();
        fields = new AccountFields(asked, changed);
        consent = new Checkbox(Texts.either(words.zh(), words.en()));
        consent.setId("account-consent");
        consent.addValueChangeListener(change -> changed.run());
        var help = new Paragraph(t("topup.help"));
        help.addClassName("k-quiet");
        getContent().addClassName("k-sheet");
        getContent().add(new H2(t("topup.title")), fields, help, consent);
    }

    boolean complete() {
        return consent.getValue() && fields.complete();
    }

    Map<String, String> values() {
        return fields.values();
    }

    @Nullable
    String consentVersion() {
        return consent.getValue() ? version : null;
    }
}
