package org.kameng.tools.simulators.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSimulatorTest {
    @TempDir
    Path home;

    private MailSimulator server;

    @BeforeEach
    void start() throws IOException {
        server = new MailSimulator(home, 0, 0);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void send() throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", server.smtpPort());
        settings.put("mail.smtp.timeout", "1000");
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress("shop@kameng.example"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("buyer@kameng.example"));
        mail.setSubject("您的订单已发货", "UTF-8");
        mail.setText("登录后在“我的卡包”查看。", "UTF-8");
        Transport.send(mail);
    }

    @Test
    void a_mail_is_kept_and_survives_a_restart() throws Exception {
        send();
        server.close();
        start();
        assertThat(server.messages("buyer@kameng.example")).singleElement().satisfies(m -> {
            assertThat(m.subject()).isEqualTo("您的订单已发货");
            assertThat(m.text()).contains("我的卡包");
            assertThat(m.messageId()).isNotBlank();
        });
        assertThat(server.messages("other@kameng.example")).isEmpty();
    }

    @Test
    void knobs_refuse_and_lose_answers() throws Exception {
        server.knobs().set(new MailKnobs(0, 100, 0, 0, 0));
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(this::send)
                .withMessageContaining("451");
        server.knobs().set(new MailKnobs(0, 0, 100, 0, 0));
        assertThatExceptionOfType(MessagingException.class).isThrownBy(this::send);
        assertThat(server.messages(null)).isEmpty();
        server.knobs().set(new MailKnobs(0, 0, 0, 100, 2000));
        assertThatExceptionOfType(MessagingException.class).isThrownBy(this::send);
        assertThat(server.messages(null)).hasSize(1);
    }
}
