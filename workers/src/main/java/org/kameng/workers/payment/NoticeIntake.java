package org.kameng.workers.payment;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.payment.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What every channel's notification goes through between the door and the answer. */
@Component
record NoticeIntake(Refusals refusals) {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeIntake.class);

    /** A notification as it came, for the record of a refusal. */
    record Knock(Channel channel, byte[] body, String remoteIp) {}

    /**
     * OK once it is committed, 4xx for what we do not believe, 500 for "tell me again".
     *
     * @param work does what the notification says; answers why not, or null when it is done
     */
    <T> HttpStatus take(Knock knock, Opened<T> opened, Freshness freshness, Function<T, @Nullable Objection> work) {
        return switch (opened) {
            case Opened.TurnedAway<T>(var why, var status) -> refuse(knock, Objection.of(why), status, false);
            case Opened.Genuine<T>(var content, var mark) -> {
                try {
                    var why = work.apply(content);
                    if (why != null) yield refuse(knock, why, HttpStatus.BAD_REQUEST, true);
                    // The channel signs each repeat anew, so the same signature a second time is a replay.
                    freshness.use(mark);
                    yield HttpStatus.OK;
                } catch (RuntimeException e) {
                    LOG.error("a notification of {} was not handled, the channel will repeat it", knock.channel(), e);
                    yield HttpStatus.INTERNAL_SERVER_ERROR;
                }
            }
        };
    }

    private HttpStatus refuse(Knock knock, Objection why, HttpStatus status, boolean genuine) {
        refusals.record(knock.channel(), why, knock.body(), knock.remoteIp(), genuine);
        return status;
    }
}
