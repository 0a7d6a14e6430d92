package org.kameng.tools.simulators.wechat;

import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.channel.NoticeTroubles;

/**
 * How the payment simulator misbehaves. Whole numbers of the troubles are percentages (0 never, 100 always); in JSON
 * {@code true} and {@code false} stand for 100 and 0.
 *
 * @param answerDelayMs wait before every answer
 * @param error5xx answer 500 SYSTEM_ERROR, nothing done
 * @param error429 answer 429 FREQUENCY_LIMITED, nothing done
 * @param timeoutAfterSuccess do what a POST asks, hold the connection for {@code holdMs}, then break it
 * @param badAnswerSignature sign answers with a stranger's key
 * @param notifyDelayMs wait before the first notification
 * @param dropNotify lose the attempt on the way
 * @param duplicateNotify so many more copies at once
 * @param reorderNotify every second notification is held back by 1.5 s, so that the next overtakes it
 * @param forgedNotify sign the attempt with a stranger's key
 * @param staleNotify sign the attempt with a time 301 seconds old
 * @param wrongMerchantNotify name another sub-merchant in the attempt
 * @param wrongAmountNotify name one fen less in the attempt
 * @param notifyRetryScale factor on the published rhythm of repeats (15 s, 15 s, 30 s, 3 min …)
 * @param refundDelayMs from acceptance of a refund to its result
 * @param refundResult SUCCESS, ABNORMAL, CLOSED, or PROCESSING to leave it open
 * @param subMerchantBalance what every sub-merchant has left for refunds, in fen; null is plenty
 */
public record WeChatKnobs(
        int answerDelayMs,
        int error5xx,
        int error429,
        int timeoutAfterSuccess,
        int holdMs,
        int badAnswerSignature,
        int notifyDelayMs,
        int dropNotify,
        int duplicateNotify,
        boolean reorderNotify,
        int forgedNotify,
        int staleNotify,
        int wrongMerchantNotify,
        int wrongAmountNotify,
        double notifyRetryScale,
        int refundDelayMs,
        RefundStatus refundResult,
        @Nullable Long subMerchantBalance)
        implements NoticeTroubles {

    /** No trouble at all. */
    public static final WeChatKnobs CALM =
            new WeChatKnobs(0, 0, 0, 0, 10_000, 0, 0, 0, 0, false, 0, 0, 0, 0, 1.0, 300, RefundStatus.SUCCESS, null);
}
