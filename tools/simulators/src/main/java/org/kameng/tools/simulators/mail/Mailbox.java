package org.kameng.tools.simulators.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.Journal;
import org.kameng.tools.simulators.http.Answer;
import tools.jackson.databind.JsonNode;

/** All mails ever taken, journalled before they are acknowledged. */
final class Mailbox {
    private static final int SHOWN = 200;
    private final List<MailMessage> messages = new ArrayList<>();
    private final Clock clock = Clock.systemUTC();

    MailMessage read(String from, List<String> to, byte[] raw) throws IOException {
        try {
            var mime = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            return new MailMessage(
                    orEmpty(mime.getMessageID()), from, to, orEmpty(mime.getSubject()), text(mime), clock.instant());
        } catch (MessagingException e) {
            throw new IOException("not a mail", e);
        }
    }

    synchronized void keep(MailMessage message, Journal journal) {
        journal.append("TAKEN", message.at(), "message", message);
        messages.add(message);
    }

    synchronized void replay(JsonNode entry) {
        messages.add(Answer.JSON.treeToValue(entry.get("message"), MailMessage.class));
    }

    /** Newest first. */
    synchronized List<MailMessage> latest(@Nullable String to) {
        return messages.reversed().stream()
                .filter(m -> to == null || m.to().contains(to))
                .limit(SHOWN)
                .toList();
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var text = text(parts.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
            return "";
        }
        return part.isMimeType("text/*") && part.getContent() instanceof String text ? text : "";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
