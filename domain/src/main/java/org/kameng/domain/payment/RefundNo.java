package org.kameng.domain.payment;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** The number of a refund with us. At the channel it bears the same, and one of its own after each number the channel closed. */
@Embeddable
record RefundNo(String value) implements Serializable {
    private static final char TRY = '-';

    /** The refund that bears this number with us or bore it at the channel. */
    static RefundNo ofChannel(String channelNo) {
        var end = channelNo.indexOf(TRY);
        return new RefundNo(end < 0 ? channelNo : channelNo.substring(0, end));
    }

    /** For example {@code RF2611220F3K9Q7ZT2WA-2} at the second try. */
    String atChannel(int tries) {
        return value + TRY + tries;
    }

    @Override
    public String toString() {
        return value;
    }
}
