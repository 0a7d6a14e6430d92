package org.kameng.tools.local;

import org.jspecify.annotations.Nullable;

/** A server could not be had; the message is one line that says what to do. */
public final class LocalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LocalException(String message) {
        super(message);
    }

    public LocalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
