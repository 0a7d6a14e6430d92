package org.kameng.domain.shared.crypto;

/** Stops the start: the keys are missing or malformed. The message says which and what to do, never a key. */
public final class KeyringUnusable extends RuntimeException {
    static final String REMEDY =
            "The file named by kameng.keys.file needs kek.N, field.N and index.N (each base64 of 32"
                    + " random bytes, e.g. from `openssl rand -base64 32`) and kek.active, field.active and index.active naming"
                    + " the version in use.";
    private static final long serialVersionUID = 1L;

    private final String what;

    public KeyringUnusable(String what) {
        super("KeyringUnusable: " + what + ". " + REMEDY);
        this.what = what;
    }

    String what() {
        return what;
    }
}
