package org.kameng.ui.account;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.kameng.ui.shared.Parts;

/** Shows one half of a one-time code, once; nothing keeps it after the dialog is closed. */
class HalfCode extends Dialog {
    private static final long serialVersionUID = 1L;

    HalfCode(String which, String half) {
        setHeaderTitle(t("staff.half." + which));
        setCloseOnOutsideClick(false);
        var code = Parts.code(half);
        code.addClassName("k-secret");
        code.setId("half-code");
        var text = new Div(new Paragraph(t("staff.half.why." + which)), code);
        text.addClassName("k-stack");
        add(text);
        getFooter().add(new Button(t("staff.half.noted"), click -> close()));
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) code.setText("");
        });
    }
}
