package org.kameng.tools.simulators.sms;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.Journal;
import org.kameng.tools.simulators.KnobBox;
import org.kameng.tools.simulators.SecretFile;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.HttpServer;
import org.kameng.tools.simulators.http.Refusal;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.http.Router;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** {@code POST /v1/messages} with a key; the same id again is the same message, sent once. */
public final class SmsSimulator implements AutoCloseable {
    private static final Pattern PHONE = Pattern.compile("1\\d{10}");
    private static final int SHOWN = 200;

    private record Wish(String id, String phone, String template, Map<String, String> params) {}

    private final KnobBox<SmsKnobs> knobs = new KnobBox<>(SmsKnobs.CALM);
    private final Map<String, SmsMessage> messages = new LinkedHashMap<>();
    private final Templates templates = new Templates();
    private final Clock clock = Clock.systemUTC();
    private final Path keyFile;
    private final String key;
    private final Journal journal;
    private final HttpServer server;

    /**
     * Starts the gateway.
     *
     * @param home its folder
     * @param keyFile the key callers must show; made at random if missing
     * @param port on loopback; 0 takes a free one
     */
    public SmsSimulator(Path home, Path keyFile, int port) throws IOException {
        this.keyFile = keyFile;
        this.key = SecretFile.readOrMake(keyFile);
        this.journal = new Journal(home.resolve("journal.jsonl"), this::replay);
        var router = new Router()
                .addPage("/", "sms.html")
                .addPage("/assets/simulators.css", "simulators.css")
                .addPage("/assets/sms.js", "sms.js")
                .add("GET", "/health", r -> Answer.json(200, Map.of("status", "UP")))
                .add("GET", "/control/messages", this::list)
                .add("POST", "/v1/messages", this::accept);
        knobs.route(router);
        journal.route(router);
        this.server = new HttpServer(port, router);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    public Path keyFile() {
        return keyFile;
    }

    public KnobBox<SmsKnobs> knobs() {
        return knobs;
    }

    /** Newest first. */
    public synchronized List<SmsMessage> messages(@Nullable String phone) {
        var found = new ArrayList<SmsMessage>();
        for (var message : List.copyOf(messages.values()).reversed()) {
            if (found.size() < SHOWN && (phone == null || phone.equals(message.phone()))) {
                found.add(message);
            }
        }
        return found;
    }

    private Answer list(Request request) {
        return Answer.json(200, messages(request.parameter("phone")));
    }

    private Answer accept(Request request) throws InterruptedException {
        var trouble = knobs.get();
        Thread.sleep(trouble.answerDelayMs());
        requireKey(request);
        if (KnobBox.hits(trouble.error429())) {
            throw new Refusal(429, "TOO_MANY", "频率超限");
        } else if (KnobBox.hits(trouble.error5xx())) {
            throw new Refusal(500, "SYSTEM_ERROR", "系统异常");
        } else if (KnobBox.hits(trouble.rejectNumber())) {
            throw new Refusal(422, "NUMBER_UNREACHABLE", "号码不可达");
        }
        var answer = Answer.json(202, Map.of("id", send(read(request)).id(), "state", "SENT"));
        if (KnobBox.hits(trouble.timeoutAfterSuccess())) {
            Thread.sleep(trouble.holdMs());
            return answer.broken();
        }
        return answer;
    }

    private void requireKey(Request request) {
        var given = request.header("x-sms-key");
        var bytes = (given == null ? "" : given).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(bytes, key.getBytes(StandardCharsets.UTF_8))) {
            throw new Refusal(401, "KEY_REFUSED", "密钥不正确");
        }
    }

    private static Wish read(Request request) {
        try {
            var json = Answer.JSON.readTree(request.body());
            var params = Answer.JSON.convertValue(json.path("params"), new TypeReference<Map<String, Object>>() {});
            var texts = new LinkedHashMap<String, String>();
            if (params != null) {
                params.forEach((name, value) -> texts.put(name, String.valueOf(value)));
            }
            var wish = new Wish(
                    json.path("id").asString(""),
                    json.path("phone").asString(""),
                    json.path("template").asString(""),
                    texts);
            if (wish.id().isBlank()
                    || wish.template().isBlank()
                    || !PHONE.matcher(wish.phone()).matches()) {
                throw new Refusal(400, "PARAM_ERROR", "id, phone, template");
            }
            return wish;
        } catch (JacksonException e) {
            throw new Refusal(400, "PARAM_ERROR", "请求体不是 JSON");
        }
    }

    private synchronized SmsMessage send(Wish wish) {
        var known = messages.get(wish.id());
        if (known == null) {
            var text = templates.text(wish.template(), wish.params());
            var message =
                    new SmsMessage(wish.id(), wish.phone(), wish.template(), wish.params(), text, clock.instant());
            journal.append("SENT", message.at(), "message", message);
            messages.put(message.id(), message);
            return message;
        }
        boolean same = known.phone().equals(wish.phone())
                && known.template().equals(wish.template())
                && known.params().equals(wish.params());
        if (!same) {
            throw new Refusal(409, "IDEMPOTENCY_CONFLICT", "编号已用于另一条短信");
        }
        return known;
    }

    private void replay(JsonNode entry) {
        var message = Answer.JSON.treeToValue(entry.get("message"), SmsMessage.class);
        messages.put(message.id(), message);
    }

    @Override
    public void close() throws IOException {
        server.close();
        journal.close();
    }
}
