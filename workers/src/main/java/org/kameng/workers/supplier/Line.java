package org.kameng.workers.supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.kameng.domain.shared.RemoteCalls;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.PurchaseRequest;
import org.kameng.domain.supplier.SupplierCalls;
import org.kameng.domain.supplier.SupplierGateway.Answer;
import org.kameng.workers.shared.WholeAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/**
 * Carries one request to a supplier and brings back a value, whatever happens on the way: timed, counted, recorded masked. Our
 * own HTTP and no SDK of a supplier, see the decision on suppliers.
 */
@Component
class Line {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    private final HttpClient http;
    private final Duration readTimeout;
    private final SupplierCalls calls;
    private final MeterRegistry meters;

    Line(SupplierSettings settings, SupplierCalls calls, MeterRegistry meters) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.readTimeout = settings.readTimeout();
        this.calls = calls;
        this.meters = meters;
    }

    /** Asks about one purchase. */
    PurchaseReply purchase(Ask ask, PurchaseRequest request, Function<Heard.Answered, PurchaseReply> read) {
        return call(
                ask,
                read,
                PurchaseReply.Unknown::new,
                reply -> Outcomes.of(reply, request),
                request.account().values());
    }

    /** Asks for anything else. */
    <T> Answer<T> value(Ask ask, Function<Heard.Answered, T> read) {
        return call(
                ask, answer -> new Answer.Known<>(read.apply(answer)), Answer.Unknown::new, Outcomes::of, List.of());
    }

    /**
     * Asks once.
     *
     * @param read what an answer means; may throw {@link Unclear}, and whatever else it throws is no clear answer either
     * @param unclear what no clear answer means
     * @param name our word for the outcome
     * @param accounts what must not be kept of it
     */
    private <T> T call(
            Ask ask,
            Function<Heard.Answered, T> read,
            Function<String, T> unclear,
            Function<T, String> name,
            Collection<String> accounts) {
        RemoteCalls.assertNoConnectionHeld();
        var timer = Timer.start(meters);
        long began = System.nanoTime();
        var heard = exchange(ask);
        var value = meaning(heard, read, unclear);
        var took = Duration.ofNanos(System.nanoTime() - began);
        var outcome = name.apply(value);
        timer.stop(meters.timer(
                "kameng.supplier.calls",
                "supplier",
                ask.supplier().supplier().value(),
                "call",
                ask.operation(),
                "outcome",
                outcome.split(":", 2)[0]));
        record(ask, heard, outcome, took, accounts);
        return value;
    }

    private static <T> T meaning(Heard heard, Function<Heard.Answered, T> read, Function<String, T> unclear) {
        return switch (heard) {
            case Heard.Silence silence -> unclear.apply(silence.code());
            case Heard.Answered answer -> {
                try {
                    yield answer.status() >= 500 || answer.status() < 200
                            ? unclear.apply("HTTP_" + answer.status())
                            : read.apply(answer);
                } catch (Unclear e) {
                    yield unclear.apply(e.code());
                } catch (RuntimeException e) {
                    // A number out of range, a date no calendar has: whatever cannot be read says nothing.
                    LOG.warn("an answer could not be read: {}", e.getClass().getName());
                    yield unclear.apply(Document.BROKEN);
                }
            }
        };
    }

    private Heard exchange(Ask ask) {
        if (!isEncrypted(ask.uri())) {
            return new Heard.Silence("NOT_ENCRYPTED");
        }
        var request = HttpRequest.newBuilder(ask.uri())
                .timeout(readTimeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .method(
                        ask.method(),
                        ask.body().length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(ask.body()));
        ask.headers().forEach(request::header);
        var limited = HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST_ANSWER);
        try {
            var whole = WholeAnswer.of(http, request.build(), limited, readTimeout);
            return new Heard.Answered(whole.statusCode(), whole.headers(), whole.body());
        } catch (IOException e) {
            return new Heard.Silence(code(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Heard.Silence("INTERRUPTED");
        }
    }

    /** Cards and balances go over TLS, or do not leave this machine. */
    private static boolean isEncrypted(URI uri) {
        return "https".equals(uri.getScheme()) || HERE.contains(String.valueOf(uri.getHost()));
    }

    private static String code(IOException failure) {
        return switch (failure) {
            case HttpConnectTimeoutException e -> "NO_CONNECTION";
            case HttpTimeoutException e -> "TIMEOUT";
            case ConnectException e -> "NO_CONNECTION";
            case IOException e when e.getCause() instanceof UnresolvedAddressException -> "NO_CONNECTION";
            case SSLException e -> "CERTIFICATE";
            case IOException e -> "BROKEN_OFF";
        };
    }

    private void record(Ask ask, Heard heard, String outcome, Duration took, Collection<String> accounts) {
        int status = heard instanceof Heard.Answered answer ? answer.status() : 0;
        LOG.atLevel(outcome.startsWith("UNKNOWN") ? Level.INFO : Level.DEBUG)
                .log("{} {} {}: {}", ask.supplier().supplier(), ask.operation(), ask.purchaseNo(), outcome);
        calls.record(new SupplierCalls.Call(
                ask.supplier().supplier(),
                ask.purchaseNo(),
                ask.operation(),
                ask.method() + " " + ask.uri().getRawPath() + "\n" + Masked.of(ask.body(), accounts),
                heard instanceof Heard.Answered answer ? Masked.of(answer.body(), accounts) : null,
                status,
                outcome,
                took));
    }
}
