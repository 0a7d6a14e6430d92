package org.kameng.domain.statistics;

/**
 * How paying goes at one channel: of the attempts that showed the buyer a code and came to an end, how many were paid. What a
 * buyer may still pay counts neither way.
 */
public record ChannelRate(String channel, long paid, long unpaid) {

    /** 0 to 100, rounded down so that only all is called all. */
    public int percent() {
        var ended = paid + unpaid;
        return ended == 0 ? 0 : (int) (paid * 100 / ended);
    }
}
