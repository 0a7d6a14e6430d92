package org.kameng.tools.simulators.mail;

import java.time.Instant;
import java.util.List;

/** One mail as it was taken in; the same Message-ID can arrive more than once. */
public record MailMessage(String messageId, String from, List<String> to, String subject, String text, Instant at) {}
