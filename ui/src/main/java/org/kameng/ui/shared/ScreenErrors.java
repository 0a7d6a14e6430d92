package org.kameng.ui.shared;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.DomainException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whatever a click throws: a refusal is told in its own words, anything else gets a number that is also in the log. */
@Component
class ScreenErrors implements ErrorHandler {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ScreenErrors.class);

    @Override
    public void error(ErrorEvent event) {
        var refusal = refusalIn(event.getThrowable());
        if (refusal != null) {
            say(Texts.refusal(refusal));
            return;
        }
        var number = number();
        LOG.error("A screen failed, number {}", number, event.getThrowable());
        say(Texts.t("problem.unexpected", number));
    }

    private static void say(String text) {
        if (UI.getCurrent() != null) {
            Say.problem(text);
        }
    }

    static String number() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    static @Nullable DomainException refusalIn(@Nullable Throwable thrown) {
        for (var at = thrown; at != null; at = at.getCause()) {
            if (at instanceof DomainException refusal) {
                return refusal;
            }
        }
        return null;
    }
}
