package org.kameng.ui.account;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serializable;
import org.kameng.domain.shared.DomainException;
import org.kameng.ui.shared.Texts;

/** A phone and the code sent to it. */
public class PhoneCode extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int WAIT_SECONDS = 60;

    private final TextField phone = new TextField(t("code.phone"));
    private final TextField code = new TextField(t("code.code"));
    private final Button send = new Button(t("code.send"));
    private final Div said = new Div();

    /** Sends a code to what was typed; empty where the phone is known. */
    public interface Sender extends Serializable {
        void send(String phone);
    }

    public PhoneCode(Sender sender) {
        phone.setAutocomplete(Autocomplete.TEL_NATIONAL);
        phone.setAllowedCharPattern("[0-9+ -]");
        phone.setRequiredIndicatorVisible(true);
        phone.setId("phone");
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.setAllowedCharPattern("[0-9]");
        code.setMaxLength(6);
        code.setId("code");
        code.getElement().setAttribute("inputmode", "numeric");
        send.setDisableOnClick(true);
        send.setId("send-code");
        send.addClickListener(click -> send(sender));
        said.addClassName("k-said");
        said.getElement().setAttribute("role", "status");
        var row = new Div(code, send);
        row.addClassName("k-code-row");
        getContent().addClassName("k-stack");
        getContent().add(phone, row, said);
    }

    /** For somebody whose phone is known: only the code is asked for. */
    public static PhoneCode ofOwnPhone(Sender sender) {
        var own = new PhoneCode(sender);
        own.phone.setVisible(false);
        return own;
    }

    private void send(Sender sender) {
        try {
            sender.send(phone.getValue());
            phone.setInvalid(false);
            said.setText(t("code.sent"));
            code.focus();
            coolDown();
        } catch (DomainException refusal) {
            show(refusal);
            send.setEnabled(true);
        }
    }

    /** The button counts down in the browser and asks to be woken; the real limit is the service's. */
    private void coolDown() {
        send.getElement()
                .executeJs(
                        "return new Promise(done => { let left = $0; const label = $1; const tick = () => {"
                                + " if (left-- <= 0 || !this.isConnected) { this.textContent = $2; done(); return; }"
                                + " this.textContent = label.replace('#', left + 1); setTimeout(tick, 1000); }; tick(); })",
                        WAIT_SECONDS,
                        t("code.again"),
                        t("code.send"))
                .then(done -> send.setEnabled(true));
    }

    /** What the browser logs in with. */
    Component phoneField() {
        return phone;
    }

    public String phone() {
        return phone.getValue();
    }

    public String code() {
        return code.getValue();
    }

    /** Shows a refusal at the field it belongs to. */
    public void show(DomainException refusal) {
        var text = Texts.refusal(refusal);
        var about = refusal.code().name();
        phone.setInvalid(about.startsWith("PHONE") || about.equals("ACCOUNT_EXISTS"));
        phone.setErrorMessage(text);
        code.setInvalid(about.startsWith("CODE"));
        code.setErrorMessage(text);
        boolean elsewhere = about.startsWith("PASSWORD") || about.startsWith("CONSENT");
        boolean shown = phone.isVisible() && phone.isInvalid() || code.isInvalid() || elsewhere;
        said.setText(shown ? "" : text);
    }
}
