package org.kameng.domain.shared.crypto;

/** Sealed bytes that cannot be opened: changed, moved to another row, or sealed under an unknown key. Says nothing of the content. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SealBroken(String why) {
        super(why);
    }
}
