package org.kameng.domain.shared;

import java.util.List;

/** A refusal with a code that bundles turn into words. Arguments are shown to people and logged: never a secret, never personal data. */
public class DomainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Object> args;

    public DomainException(ErrorCode code, Object... args) {
        super(code.name());
        this.code = code;
        this.args = List.of(args);
    }

    public ErrorCode code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }
}
