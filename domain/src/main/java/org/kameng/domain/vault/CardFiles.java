package org.kameng.domain.vault;

import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;

/** All cards of an order as one encrypted file, for orders that nobody reveals card by card. */
public interface CardFiles {
    /** A passphrase for one file. It is kept nowhere: whoever loses it takes the file again. */
    Passphrase passphrase();

    /**
     * Reveals every delivered card of the order to its owner: first reveals, the file with time, address and device, and the
     * audit row are committed before this returns. It can be taken again. Throws ACCESS_DENIED (recorded, staff too),
     * NOT_FOUND, RATE_LIMITED.
     */
    TakenFile take(Actor owner, OrderNo no, Passphrase passphrase, RevealContext context);
}
