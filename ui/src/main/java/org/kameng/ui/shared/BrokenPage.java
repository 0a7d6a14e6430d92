package org.kameng.ui.shared;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that could not be opened, with a number that is also in the log and no detail of the cause. */
@ParentLayout(CustomerLayout.class)
@AnonymousAllowed
class BrokenPage extends Stop implements HasErrorParameter<Exception> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(BrokenPage.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> broken) {
        var number = ScreenErrors.number();
        LOG.error("A page did not open, number {}", number, broken.getCaughtException());
        setId("broken");
        say(t("problem.broken"), t("problem.unexpected", number));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
