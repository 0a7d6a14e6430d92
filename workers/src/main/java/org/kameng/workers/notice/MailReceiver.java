package org.kameng.workers.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.kameng.domain.outbox.LeasedMessage;
import org.kameng.domain.shared.RemoteCalls;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.kameng.processes.engine.OutboxReceiver;
import org.kameng.processes.engine.ReceiveResult;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends mail. The payload holds {@code sealed}: Base64 of a {@link Mail} as JSON, sealed by the field cipher for context
 * {@code outbox|mail|<message id>}. Message-ID is our id, so that a mail sent twice is seen as one.
 */
@Component
class MailReceiver implements OutboxReceiver {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JavaMailSender sender;
    private final FieldCipher cipher;
    private final String from;

    MailReceiver(
            JavaMailSender sender,
            FieldCipher cipher,
            @Value("${kameng.mail.from:no-reply@kameng.example}") String from) {
        this.sender = sender;
        this.cipher = cipher;
        this.from = from;
    }

    @Override
    public Set<String> topics() {
        return Set.of("mail");
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(250);
    }

    @Override
    public ReceiveResult receive(LeasedMessage message) {
        RemoteCalls.assertNoConnectionHeld();
        try {
            sender.send(write(message.messageId(), open(message)));
            return new ReceiveResult.Accepted();
        } catch (MessagingException | JacksonException | IllegalArgumentException e) {
            return new ReceiveResult.Rejected("MAIL_MALFORMED");
        } catch (MailSendException e) {
            return e.getMessageExceptions().length > 0 && refusedForGood(e.getMessageExceptions()[0])
                    ? new ReceiveResult.Rejected("MAIL_REFUSED")
                    : new ReceiveResult.Later("MAIL_NOT_SENT");
        } catch (MailException e) {
            return new ReceiveResult.Later("MAIL_NOT_SENT");
        }
    }

    private Mail open(LeasedMessage message) {
        if (!(message.payload().get("sealed") instanceof String sealed)) {
            throw new IllegalArgumentException("not a mail: " + message);
        }
        var context = "outbox|mail|" + message.messageId();
        return JSON.readValue(cipher.decrypt(context, Base64.getDecoder().decode(sealed)), Mail.class);
    }

    private MimeMessage write(String messageId, Mail mail) throws MessagingException {
        var mime = new NamedMessage(sender.createMimeMessage(), messageId);
        mime.setFrom(new InternetAddress(from));
        mime.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.to(), true));
        mime.setSubject(mail.subject(), "UTF-8");
        mime.setText(mail.text(), "UTF-8");
        return mime;
    }

    // A mailbox that does not exist has no valid address left; a server that is busy leaves the address unsent.
    private static boolean refusedForGood(Exception e) {
        return e instanceof SendFailedException failed
                && failed.getInvalidAddresses() != null
                && failed.getInvalidAddresses().length > 0;
    }

    /** A mail whose Message-ID stays ours when it is saved. */
    private static final class NamedMessage extends MimeMessage {
        private final String id;

        NamedMessage(MimeMessage empty, String id) {
            super(empty.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id.replaceAll("[^0-9A-Za-z_.-]", "_") + "@kameng>");
        }
    }
}
