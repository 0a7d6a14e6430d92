package org.kameng.tools.simulators.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.Journal;
import org.kameng.tools.simulators.KnobBox;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.HttpServer;
import org.kameng.tools.simulators.http.Router;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server whose mails go nowhere but to its page. */
public final class MailSimulator implements AutoCloseable {
    private static final int LARGEST_MAIL = 5 << 20;
    private static final Logger LIBRARY = Logger.getLogger("org.subethamail");

    static {
        LIBRARY.setLevel(Level.WARNING); // it tells of every start, stop and connection
    }

    private final KnobBox<MailKnobs> knobs = new KnobBox<>(MailKnobs.CALM);
    private final Mailbox mailbox = new Mailbox();
    private final Journal journal;
    private final SMTPServer smtp;
    private final HttpServer server;

    /** Starts both doors on loopback; port 0 takes a free one. */
    public MailSimulator(Path home, int webPort, int smtpPort) throws IOException {
        this.journal = new Journal(home.resolve("journal.jsonl"), mailbox::replay);
        var router = new Router()
                .addPage("/", "mail.html")
                .addPage("/assets/simulators.css", "simulators.css")
                .addPage("/assets/mail.js", "mail.js")
                .add("GET", "/health", r -> Answer.json(200, Map.of("status", "UP")))
                .add("GET", "/control/messages", r -> Answer.json(200, messages(r.parameter("to"))));
        knobs.route(router);
        journal.route(router);
        this.smtp = SMTPServer.port(smtpPort)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .insertReceivedHeaders(false)
                .maxMessageSize(LARGEST_MAIL)
                .messageHandlerFactory(context -> new Taker())
                .build();
        try {
            smtp.start();
        } catch (RuntimeException e) {
            throw new IOException("port " + smtpPort + " cannot be opened", e);
        }
        this.server = new HttpServer(webPort, router);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    public KnobBox<MailKnobs> knobs() {
        return knobs;
    }

    /** Newest first. */
    public List<MailMessage> messages(@Nullable String to) {
        return mailbox.latest(to);
    }

    private final class Taker implements MessageHandler {
        private final List<String> to = new ArrayList<>();
        private String from = "";

        @Override
        public void from(String sender) {
            from = sender;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (KnobBox.hits(knobs.get().refuseForGood())) {
                throw new RejectException(550, "no such mailbox");
            }
            to.add(recipient);
        }

        @Override
        public @Nullable String data(InputStream data) throws RejectException, IOException {
            var trouble = knobs.get();
            pause(trouble.answerDelayMs());
            if (KnobBox.hits(trouble.refuseForNow())) {
                throw new RejectException(451, "try again later");
            }
            mailbox.keep(mailbox.read(from, List.copyOf(to), data.readAllBytes()), journal);
            if (KnobBox.hits(trouble.timeoutAfterSuccess())) {
                pause(trouble.holdMs());
            }
            return null;
        }

        @Override
        public void done() {
            to.clear();
        }

        private void pause(int millis) throws IOException {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        smtp.stop();
        journal.close();
    }
}
