package org.kameng.workers.supplier;

/** An answer that means nothing we may act on; never leaves the adapter that was asked. */
final class Unclear extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;

    Unclear(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
