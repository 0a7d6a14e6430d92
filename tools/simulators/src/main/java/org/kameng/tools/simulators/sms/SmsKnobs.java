package org.kameng.tools.simulators.sms;

/**
 * How the SMS gateway misbehaves; percentages as elsewhere.
 *
 * @param answerDelayMs wait before every answer
 * @param error5xx answer 500, nothing sent
 * @param error429 answer 429, nothing sent
 * @param rejectNumber answer 422 as for a dead number
 * @param timeoutAfterSuccess send, hold the connection for {@code holdMs}, then break it
 */
public record SmsKnobs(
        int answerDelayMs, int error5xx, int error429, int rejectNumber, int timeoutAfterSuccess, int holdMs) {
    /** No trouble at all. */
    public static final SmsKnobs CALM = new SmsKnobs(0, 0, 0, 0, 0, 10_000);
}
