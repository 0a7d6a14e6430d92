package org.kameng.ui.account;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouterLink;
import org.kameng.domain.shared.DomainException;

/** A page that lets somebody in: why, some fields, one button, the way back to the log-in. Its words stand under its name. */
abstract class Door<F extends Component> extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    final F fields;
    private final String name;
    private final Button submit;

    Door(String name, F fields) {
        this.fields = fields;
        this.name = name;
        submit = new Button(t(name + ".submit"), click -> tryIt());
        addClassNames("k-door", "k-sheet");
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        submit.setDisableOnClick(true);
        submit.setId(name);
        var links = new Nav(new RouterLink(t(name + ".have"), LoginView.class));
        links.addClassName("k-links");
        links.getElement().setAttribute("aria-label", t("login.others"));
        add(new H1(t(name + ".title")), new Paragraph(t(name + ".why")), fields, submit, links);
    }

    /** Ends with the browser on its way, or throws. */
    abstract void enter();

    abstract void show(DomainException refusal);

    private void tryIt() {
        try {
            enter();
        } catch (DomainException refusal) {
            show(refusal);
            submit.setEnabled(true);
        }
    }

    @Override
    public String getPageTitle() {
        return t(name + ".title");
    }
}
