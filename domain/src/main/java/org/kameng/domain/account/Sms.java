package org.kameng.domain.account;

import java.util.Map;

/** A text message as the gateway wants it. Personal: never log it; toString hides everything but the template. */
public record Sms(String id, String phone, String template, Map<String, String> params) {
    public Sms {
        params = Map.copyOf(params);
    }

    @Override
    public String toString() {
        return "Sms[" + template + "]";
    }
}
