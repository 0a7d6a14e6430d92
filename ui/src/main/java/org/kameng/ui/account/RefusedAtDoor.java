package org.kameng.ui.account;

import java.util.List;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.ui.shared.Texts;
import org.springframework.security.core.AuthenticationException;

/** A log-in the service refused for a reason that may be told: it says when to try again. */
class RefusedAtDoor extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Object> args;

    RefusedAtDoor(DomainException refusal) {
        super(refusal.code().name());
        code = refusal.code();
        args = refusal.args();
    }

    String words() {
        return Texts.refusal(code, args.toArray());
    }
}
