package org.kameng.tools.simulators.mail;

/**
 * How the mail server misbehaves; percentages as elsewhere.
 *
 * @param answerDelayMs wait before a mail is taken
 * @param refuseForNow answer 451, to be tried again
 * @param refuseForGood answer 550, nobody of that name
 * @param timeoutAfterSuccess keep the mail, then hold the connection for {@code holdMs} before saying so
 */
public record MailKnobs(int answerDelayMs, int refuseForNow, int refuseForGood, int timeoutAfterSuccess, int holdMs) {
    /** No trouble at all. */
    public static final MailKnobs CALM = new MailKnobs(0, 0, 0, 0, 10_000);
}
