package org.kameng.workers.supplier;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.SupplierCalls;
import org.kameng.domain.supplier.SupplierDirectory;
import org.kameng.domain.supplier.SupplierEndpoint;
import org.kameng.domain.supplier.SupplierNews;
import org.kameng.workers.shared.RowBudget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Lets only pushes in that a supplier itself signed just now, once. Anybody can knock: of what is turned away only the first
 * hundred of a minute become rows, the counter counts them all. What a supplier signed has a budget of its own.
 */
@Component
class PushDoor {
    static final int LARGEST_BODY = 64 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(PushDoor.class);
    private static final int UNBELIEVED = 401;
    private static final int UNREADABLE = 400;
    private static final int TOO_LARGE = 413;
    private static final int AGAIN = 500;

    private final SupplierDirectory directory;
    private final SupplierNews news;
    private final SupplierCalls calls;
    private final SeenPushes seen;
    private final MeterRegistry meters;
    private final Clock clock;
    private final RowBudget strangers;
    private final RowBudget signed;

    PushDoor(SupplierDirectory directory, SupplierNews news, SupplierCalls calls, MeterRegistry meters, Clock clock) {
        this.directory = directory;
        this.news = news;
        this.calls = calls;
        this.seen = new SeenPushes(clock);
        this.meters = meters;
        this.clock = clock;
        this.strangers = new RowBudget(clock);
        this.signed = new RowBudget(clock);
    }

    static byte[] body(HttpServletRequest request) throws IOException {
        return request.getInputStream().readNBytes(LARGEST_BODY + 1);
    }

    /**
     * Takes one push in, or turns it away.
     *
     * @param work hands the news on; throws {@link Unclear} if the push does not say what it should
     * @param heard what the supplier wants to read when we have it
     */
    ResponseEntity<Map<String, Object>> take(
            Claim claim,
            byte[] body,
            String remoteIp,
            BiConsumer<SupplierEndpoint, Document> work,
            Map<String, Object> heard) {
        return switch (judge(claim, body)) {
            case Judged.TurnedAway(String why, int status) ->
                refuse(claim.protocol(), why, status, body, remoteIp, strangers);
            case Judged.Genuine(SupplierEndpoint supplier) -> {
                try {
                    work.accept(supplier, Document.parse(body));
                    record(supplier, body, "HEARD");
                    count(claim.protocol(), "heard");
                    yield ResponseEntity.ok(heard);
                } catch (Unclear e) {
                    yield refuse(claim.protocol(), "MALFORMED", UNREADABLE, body, remoteIp, signed);
                } catch (RuntimeException e) {
                    seen.forget(claim.nonce());
                    LOG.error("push of {} not handled, the supplier will repeat it", supplier.supplier(), e);
                    count(claim.protocol(), "failed");
                    yield answer(AGAIN);
                }
            }
        };
    }

    private Judged judge(Claim claim, byte[] body) {
        if (body.length > LARGEST_BODY) {
            return new Judged.TurnedAway("TOO_LARGE", TOO_LARGE);
        } else if (!claim.isComplete()) {
            return new Judged.TurnedAway("UNSIGNED", UNBELIEVED);
        } else if (!Freshness.isFresh(claim.timestamp(), clock)) {
            return new Judged.TurnedAway("STALE", UNBELIEVED);
        }
        var supplier = directory.byKey(claim.protocol(), claim.key()).orElse(null);
        if (supplier == null) {
            return new Judged.TurnedAway("UNKNOWN_KEY", UNBELIEVED);
        } else if (!Digests.isSignedByAny(supplier.secrets(), claim.signature(), claim.sign())) {
            return new Judged.TurnedAway("FORGED", UNBELIEVED);
        }
        // Only what is proven is remembered, so that a stranger cannot fill the memory or burn somebody's nonce.
        return seen.isFirst(claim.nonce())
                ? new Judged.Genuine(supplier)
                : new Judged.TurnedAway("REPLAYED", UNBELIEVED);
    }

    private ResponseEntity<Map<String, Object>> refuse(
            Protocol protocol, String why, int status, byte[] body, String remoteIp, RowBudget budget) {
        meters.counter("kameng.supplier.pushes.refused", "protocol", protocol.name(), "why", why)
                .increment();
        if (budget.mayWrite()) {
            LOG.warn("{} push refused: {}", protocol, why);
            news.refused(protocol, why, Digests.sha256(body), remoteIp);
        }
        return answer(status);
    }

    private static ResponseEntity<Map<String, Object>> answer(int status) {
        return ResponseEntity.status(status).body(Map.of("code", "FAIL", "message", "失败"));
    }

    private void record(SupplierEndpoint supplier, byte[] body, String outcome) {
        calls.record(new SupplierCalls.Call(
                supplier.supplier(), null, "notify", Masked.of(body), null, 200, outcome, Duration.ZERO));
    }

    private void count(Protocol protocol, String outcome) {
        meters.counter("kameng.supplier.pushes", "protocol", protocol.name(), "outcome", outcome)
                .increment();
    }
}
