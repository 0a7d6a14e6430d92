package org.kameng.ui.vault;

/** Addresses of cards. */
public final class VaultNavigation {
    public static final String CARDS = "cards";
    static final String SHOW = "show";
    public static final String DESK_BATCHES = "desk/batches";

    private VaultNavigation() {}

    /** A batch of cards with its recall. */
    public static String batch(long id) {
        return DESK_BATCHES + "/" + id;
    }
}
