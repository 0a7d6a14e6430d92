package org.kameng.ui.account;

import com.vaadin.flow.component.checkbox.Checkbox;
import org.kameng.domain.account.PhoneConsent;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.ui.shared.Texts;

/** The words about the phone number, to be agreed to by a tick of one's own. */
class Agreement extends Checkbox {
    private static final long serialVersionUID = 1L;

    private final String words;

    Agreement(PhoneConsent words) {
        super(Texts.either(words.zh(), words.en()));
        this.words = words.version();
        setId("agree");
        setManualValidation(true);
        addValueChangeListener(ticked -> setInvalid(false));
    }

    /** The version agreed to, as the person was shown it; empty without the tick. */
    String version() {
        return getValue() ? words : "";
    }

    void show(DomainException refusal) {
        setInvalid(refusal.code() == ErrorCode.CONSENT_NEEDED);
        setErrorMessage(Texts.refusal(refusal));
    }
}
