package org.kameng.domain.supplier;

/** What an operator may do about a purchase that does not come to its end by itself. */
public enum DeskAct {
    /** The supplier is asked now; what its books say counts. Past its time, it is asked on for another day. */
    ASK,
    /** The supplier is asked to take it back; only what it agrees to is bought elsewhere. */
    CANCEL,
    /** Buy elsewhere: bad goods are claimed back by people, or the supplier has said in writing that it never took the request. */
    NEXT,
    /** The buyer gets the money back for what is open. */
    REFUND
}
