package org.kameng.domain.account;

import java.util.Map;
import org.kameng.domain.outbox.LeasedMessage;
import org.kameng.domain.shared.AccountId;

/** Text messages on topic {@code sms}: phone and parameters lie sealed in the outbox and are opened only to be sent. */
public interface SmsOutbox {
    String TOPIC = "sms";

    /** Queues a message to the account's phone in the running transaction; a second one of the same id is ignored. */
    void toAccount(AccountId to, String messageId, String template, Map<String, String> params);

    /** Opens a leased message of topic {@code sms} for the gateway. */
    Sms open(LeasedMessage message);
}
