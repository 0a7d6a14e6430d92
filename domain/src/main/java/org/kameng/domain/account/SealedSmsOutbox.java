package org.kameng.domain.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.kameng.domain.outbox.LeasedMessage;
import org.kameng.domain.outbox.Outbox;
import org.kameng.domain.outbox.OutboxMessage;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class SealedSmsOutbox implements SmsOutbox {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SEALED = "sealed";

    private final Outbox outbox;
    private final FieldCipher cipher;
    private final People people;

    SealedSmsOutbox(Outbox outbox, FieldCipher cipher, People people) {
        this.outbox = outbox;
        this.cipher = cipher;
        this.people = people;
    }

    @Override
    public void toAccount(AccountId to, String messageId, String template, Map<String, String> params) {
        var phone = people.phoneOf(people.require(to)).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        add(new Sms(messageId, phone.digits(), template, params));
    }

    @Override
    public Sms open(LeasedMessage message) {
        if (!(message.payload().get(SEALED) instanceof String sealed))
            throw new IllegalArgumentException("not a text message: " + message);
        var plain =
                cipher.decrypt(context(message.messageId()), Base64.getDecoder().decode(sealed));
        return JSON.readValue(plain, Sms.class);
    }

    void add(Sms sms) {
        var sealed = cipher.encrypt(context(sms.id()), JSON.writeValueAsString(sms));
        var payload = Map.<String, Object>of(
                SEALED, new String(Base64.getEncoder().encode(sealed), StandardCharsets.US_ASCII));
        // The key of a text message is its own id: the phone must not stand in clear beside it.
        outbox.add(new OutboxMessage(TOPIC, sms.id(), sms.id(), payload));
    }

    private static String context(String messageId) {
        return "outbox|sms|" + messageId;
    }
}
