package org.kameng.tools.simulators.alipay;

import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.channel.NoticeTroubles;

/**
 * How the payment simulator misbehaves. Whole numbers of the troubles are percentages (0 never, 100 always); in JSON
 * {@code true} and {@code false} stand for 100 and 0.
 *
 * @param answerDelayMs wait before every answer
 * @param error5xx answer HTTP 500, nothing done
 * @param busy answer 20000 isp.unknow-error, nothing done
 * @param isvError answer 40006 isv.insufficient-isv-permissions, nothing done
 * @param timeoutAfterSuccess do what is asked, hold the connection for {@code holdMs}, then break it; not for queries
 * @param badAnswerSignature sign answers with a stranger's key
 * @param notifyDelayMs wait before the first notification
 * @param dropNotify lose the attempt on the way
 * @param duplicateNotify so many more copies at once
 * @param reorderNotify every second notification is held back by 1.5 s, so that the next overtakes it
 * @param forgedNotify sign the attempt with a stranger's key
 * @param staleNotify date the attempt 301 seconds back
 * @param wrongMerchantNotify name another merchant in the attempt
 * @param wrongAmountNotify name one fen less in the attempt
 * @param notifyRetryScale factor on the published rhythm of repeats (4 min, 10 min, 10 min, 1 h …)
 * @param refundPending take refunds on and move no money while it is set
 * @param subMerchantBalance what every merchant has left for refunds, in fen; null is plenty
 */
public record AlipayKnobs(
        int answerDelayMs,
        int error5xx,
        int busy,
        int isvError,
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
        int refundPending,
        @Nullable Long subMerchantBalance)
        implements NoticeTroubles {

    /** No trouble at all. */
    public static final AlipayKnobs CALM =
            new AlipayKnobs(0, 0, 0, 0, 0, 10_000, 0, 0, 0, 0, false, 0, 0, 0, 0, 1.0, 0, null);
}
