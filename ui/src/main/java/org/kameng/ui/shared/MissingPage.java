package org.kameng.ui.shared;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** No such page. */
@ParentLayout(CustomerLayout.class)
@AnonymousAllowed
class MissingPage extends Stop implements HasErrorParameter<NotFoundException> {
    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> missing) {
        say(t("problem.missing"), t("problem.missing.text"));
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
