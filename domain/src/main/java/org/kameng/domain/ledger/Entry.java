package org.kameng.domain.ledger;

/** One leg of a transfer: positive fen is a debit, negative a credit, never zero. */
public record Entry(String account, long fen) {
    public Entry {
        if (fen == 0) {
            throw new IllegalArgumentException("an entry moves money");
        }
    }
}
