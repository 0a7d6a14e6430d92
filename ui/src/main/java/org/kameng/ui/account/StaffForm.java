package org.kameng.ui.account;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import java.util.function.Consumer;
import org.kameng.domain.account.AccountView;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.Role;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Texts;

/** Asks for what a change needs; it stays open, with the reason, while the change is refused. */
class StaffForm extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 500;

    final TextField login = new TextField(t("staff.login"));
    final TextField name = new TextField(t("staff.name"));
    final CheckboxGroup<Role> roles = new CheckboxGroup<>(t("staff.roles"));
    final TextArea reason = new TextArea(t("staff.reason"));
    private final Div said = new Div();

    private StaffForm(String title, Consumer<StaffForm> act) {
        setHeaderTitle(title);
        setWidth("min(460px, 92vw)");
        login.setHelperText(t("staff.login.help"));
        login.setId("staff-login");
        name.setId("staff-name");
        roles.setItems(Role.staff());
        roles.setItemLabelGenerator(role -> t("role", role));
        roles.setId("staff-roles");
        reason.setMaxLength(LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setId("staff-reason");
        said.getElement().setAttribute("role", "alert");
        var fields = new Div(login, name, roles, reason, said);
        fields.addClassName("k-stack");
        add(fields);
        var submit = new Button(t("staff.submit"), click -> tryIt(act));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setId("staff-submit");
        getFooter().add(new Button(t("staff.leave"), click -> close()), submit);
    }

    static StaffForm newcomer(Consumer<StaffForm> act) {
        return new StaffForm(t("staff.new"), act);
    }

    static StaffForm roles(AccountView account, Consumer<StaffForm> act) {
        var form = reason(t("staff.roles.of", account.displayName()), act);
        form.roles.setVisible(true);
        form.roles.setValue(account.roles());
        return form;
    }

    /** Only the reason is asked. */
    static StaffForm reason(String title, Consumer<StaffForm> act) {
        var form = new StaffForm(title, act);
        form.login.setVisible(false);
        form.name.setVisible(false);
        form.roles.setVisible(false);
        return form;
    }

    Set<Role> chosen() {
        return roles.getValue();
    }

    private void tryIt(Consumer<StaffForm> act) {
        try {
            act.accept(this);
            close();
        } catch (DomainException refusal) {
            said.removeAll();
            said.add(Parts.note(Texts.refusal(refusal), Tone.BAD));
        }
    }
}
