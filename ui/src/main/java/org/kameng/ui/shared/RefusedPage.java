package org.kameng.ui.shared;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;

/** A service refused while a page was opened; it has recorded what must be recorded. */
@ParentLayout(CustomerLayout.class)
@AnonymousAllowed
class RefusedPage extends Stop implements HasErrorParameter<DomainException> {
    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<DomainException> refused) {
        var code = refused.getException().code();
        say(t("problem.refused"), Texts.refusal(refused.getException()));
        return code == ErrorCode.NOT_FOUND ? HttpStatusCode.NOT_FOUND.getCode() : HttpStatusCode.FORBIDDEN.getCode();
    }
}
