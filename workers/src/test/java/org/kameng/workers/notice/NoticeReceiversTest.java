package org.kameng.workers.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kameng.domain.account.Sms;
import org.kameng.domain.account.SmsOutbox;
import org.kameng.domain.outbox.LeasedMessage;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.kameng.processes.engine.ReceiveResult;
import org.kameng.tools.simulators.Simulators;
import org.kameng.tools.simulators.mail.MailKnobs;
import org.kameng.tools.simulators.sms.SmsKnobs;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Messages to people against the SMS gateway and the mail server of the simulators. */
class NoticeReceiversTest {
    private static final String PHONE = "13800000001";

    @TempDir
    Path home;

    private Simulators simulators;
    private SmsReceiver sms;
    private MailReceiver mail;

    @BeforeEach
    void start() throws IOException {
        simulators = Simulators.onFreePorts(home);
        sms = new SmsReceiver(
                new OpenSms(),
                new SmsGateway(new SmsSettings(
                        simulators.sms().url(),
                        simulators.sms().keyFile(),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1))));
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(simulators.mail().smtpPort());
        sender.getJavaMailProperties().put("mail.smtp.timeout", "1000");
        mail = new MailReceiver(sender, new OpenCipher(), "no-reply@kameng.example");
    }

    @AfterEach
    void stop() throws IOException {
        simulators.close();
    }

    /** Opens messages that were never sealed. */
    private static final class OpenSms implements SmsOutbox {
        @Override
        public void toAccount(AccountId to, String messageId, String template, Map<String, String> params) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Sms open(LeasedMessage message) {
            return new Sms(message.messageId(), PHONE, "code-register", Map.of("code", "246810"));
        }
    }

    private static final class OpenCipher implements FieldCipher {
        @Override
        public byte[] encrypt(String context, String plain) {
            return (context + "\n" + plain).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String decrypt(String context, byte[] sealed) {
            var text = new String(sealed, StandardCharsets.UTF_8);
            if (!text.startsWith(context + "\n")) {
                throw new IllegalArgumentException("another context");
            }
            return text.substring(context.length() + 1);
        }

        @Override
        public int version(byte[] sealed) {
            return 1;
        }
    }

    private static LeasedMessage text(String id) {
        return new LeasedMessage(1, "sms", id, id, Map.of(), 1);
    }

    private static LeasedMessage letter(String id, String to) {
        var json = "{\"to\":\"" + to + "\",\"subject\":\"您的订单已发货\",\"text\":\"登录后查看卡包。\"}";
        var sealed = Base64.getEncoder().encodeToString(new OpenCipher().encrypt("outbox|mail|" + id, json));
        return new LeasedMessage(2, "mail", id, id, Map.of("sealed", sealed), 1);
    }

    @Test
    void a_text_message_sent_twice_reaches_the_phone_once() {
        assertThat(sms.receive(text("m-1"))).isEqualTo(new ReceiveResult.Accepted());
        assertThat(sms.receive(text("m-1"))).isEqualTo(new ReceiveResult.Accepted());
        assertThat(simulators.sms().messages(PHONE))
                .singleElement()
                .satisfies(m -> assertThat(m.text()).contains("246810"));
    }

    @Test
    void a_gateway_in_trouble_is_tried_later_and_a_dead_number_never() {
        simulators.sms().knobs().set(new SmsKnobs(0, 100, 0, 0, 0, 0));
        assertThat(sms.receive(text("m-2"))).isEqualTo(new ReceiveResult.Later("SMS_HTTP_500"));
        simulators.sms().knobs().set(new SmsKnobs(0, 0, 100, 0, 0, 0));
        assertThat(sms.receive(text("m-2"))).isEqualTo(new ReceiveResult.Later("SMS_HTTP_429"));
        simulators.sms().knobs().set(new SmsKnobs(0, 0, 0, 100, 0, 0));
        assertThat(sms.receive(text("m-2"))).isEqualTo(new ReceiveResult.Rejected("SMS_HTTP_422"));
        simulators.sms().knobs().set(new SmsKnobs(0, 0, 0, 0, 100, 2000));
        assertThat(sms.receive(text("m-2"))).isEqualTo(new ReceiveResult.Later("SMS_NO_ANSWER"));
        simulators.sms().knobs().reset();
        assertThat(sms.receive(text("m-2"))).isEqualTo(new ReceiveResult.Accepted());
        assertThat(simulators.sms().messages(PHONE)).hasSize(1);
    }

    @Test
    void a_mail_bears_our_message_id_each_time() {
        assertThat(mail.receive(letter("m-3", "buyer@kameng.example"))).isEqualTo(new ReceiveResult.Accepted());
        assertThat(mail.receive(letter("m-3", "buyer@kameng.example"))).isEqualTo(new ReceiveResult.Accepted());
        assertThat(simulators.mail().messages("buyer@kameng.example"))
                .hasSize(2)
                .allSatisfy(m -> assertThat(m.messageId()).isEqualTo("<m-3@kameng>"))
                .allSatisfy(m -> assertThat(m.subject()).isEqualTo("您的订单已发货"));
    }

    @Test
    void a_mail_server_in_trouble_is_tried_later_and_a_dead_address_never() {
        simulators.mail().knobs().set(new MailKnobs(0, 100, 0, 0, 0));
        assertThat(mail.receive(letter("m-4", "buyer@kameng.example")))
                .isEqualTo(new ReceiveResult.Later("MAIL_NOT_SENT"));
        simulators.mail().knobs().set(new MailKnobs(0, 0, 0, 100, 2000));
        assertThat(mail.receive(letter("m-4", "buyer@kameng.example")))
                .isEqualTo(new ReceiveResult.Later("MAIL_NOT_SENT"));
        simulators.mail().knobs().set(new MailKnobs(0, 0, 100, 0, 0));
        assertThat(mail.receive(letter("m-4", "buyer@kameng.example")))
                .isEqualTo(new ReceiveResult.Rejected("MAIL_REFUSED"));
        assertThat(mail.receive(letter("m-5", "no address"))).isEqualTo(new ReceiveResult.Rejected("MAIL_MALFORMED"));
        assertThat(mail.receive(new LeasedMessage(3, "mail", "m-6", "m-6", Map.of(), 1)))
                .isEqualTo(new ReceiveResult.Rejected("MAIL_MALFORMED"));
    }
}
