package org.kameng.tools.simulators.supplier;

/**
 * How a supplier misbehaves. Whole numbers of the troubles are percentages (0 never, 100 always); in JSON {@code true} and
 * {@code false} stand for 100 and 0.
 *
 * @param slowMs wait before every answer
 * @param processingSeconds from acceptance of an order to its end; 0 ends it at once
 * @param timeoutAfterSuccess do what a purchase asks, hold the connection for {@code holdMs}, then break it
 * @param neverAnswers do nothing, hold the connection for {@code holdMs}, then break it
 * @param holdMs longer than our read time-out of 8 s
 * @param http500 answer 500, nothing done
 * @param limited answer that we ask too often, nothing done
 * @param partial of more than one unit deliver three fifths
 * @param outOfStock refuse
 * @param priceJump ask a fifth more than the list says
 * @param wrongSku deliver cards of another product
 * @param sameCardTwice deliver a card that was delivered before
 * @param somebodyElsesCard deliver a card that was made for another order; where cards are not sealed for their order, one that
 *     another order has
 * @param badTag alter the sealed card on its way
 * @param badAnswerSignature sign answers with a stranger's secret
 * @param foreignNumber answer about another order
 * @param clockSkewSeconds how far the supplier's clock is ahead of the true one
 * @param rotateSecret on: a new secret is out and the old one accepted; off again: the old one is refused
 * @param cancelAnswer AGREED, REFUSED or PENDING
 * @param largestPage products on a page at most
 * @param dropPush lose a push on the way
 * @param forgedPush sign a push with a stranger's secret
 * @param stalePush sign a push with a time 301 seconds old
 */
public record SupplierKnobs(
        int slowMs,
        int processingSeconds,
        int timeoutAfterSuccess,
        int neverAnswers,
        int holdMs,
        int http500,
        int limited,
        int partial,
        int outOfStock,
        int priceJump,
        int wrongSku,
        int sameCardTwice,
        int somebodyElsesCard,
        int badTag,
        int badAnswerSignature,
        int foreignNumber,
        int clockSkewSeconds,
        boolean rotateSecret,
        CancelStatus cancelAnswer,
        int largestPage,
        int dropPush,
        int forgedPush,
        int stalePush) {

    /** No trouble at all. */
    public static final SupplierKnobs CALM = new SupplierKnobs(
            0, 0, 0, 0, 9_000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false, CancelStatus.AGREED, 100, 0, 0, 0);

    SupplierKnobs withProcessingSeconds(int seconds) {
        return character(seconds, timeoutAfterSuccess);
    }

    SupplierKnobs withTimeoutAfterSuccess(int percent) {
        return character(processingSeconds, percent);
    }

    private SupplierKnobs character(int seconds, int silentPercent) {
        return new SupplierKnobs(
                slowMs,
                seconds,
                silentPercent,
                neverAnswers,
                holdMs,
                http500,
                limited,
                partial,
                outOfStock,
                priceJump,
                wrongSku,
                sameCardTwice,
                somebodyElsesCard,
                badTag,
                badAnswerSignature,
                foreignNumber,
                clockSkewSeconds,
                rotateSecret,
                cancelAnswer,
                largestPage,
                dropPush,
                forgedPush,
                stalePush);
    }
}
