package org.kameng.tools.simulators.sms;

import java.time.Instant;
import java.util.Map;

/** One message as it reached the phone. */
public record SmsMessage(
        String id, String phone, String template, Map<String, String> params, String text, Instant at) {}
