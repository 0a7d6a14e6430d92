package org.kameng.tools.simulators.http;

import java.util.Map;

/** A request that is refused, with the code and words the caller gets. */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String code;

    public Refusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public Answer answer() {
        return Answer.json(status, Map.of("code", code, "message", String.valueOf(getMessage())));
    }

    public String code() {
        return code;
    }
}
