package org.kameng.tools.simulators.wechat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.KnobBox;
import org.kameng.tools.simulators.SimClock;
import org.kameng.tools.simulators.Timetable;
import org.kameng.tools.simulators.http.HttpServer;
import org.kameng.tools.simulators.http.Router;

/**
 * A payment channel of our own that speaks WeChat Pay v3. Its whole state is in its folder and comes back after a
 * kill.
 */
public final class WeChatSimulator implements AutoCloseable {
    private static final Duration OPEN_REFUND_POLL = Duration.ofMillis(500);

    private final SimClock clock = new SimClock();
    private final Timetable timetable = new Timetable(clock);
    private final KnobBox<WeChatKnobs> knobs = new KnobBox<>(WeChatKnobs.CALM);
    private final Path home;
    private final Book book;
    private final Notifier notifier;
    private final HttpServer server;

    /**
     * Starts the simulator.
     *
     * @param home its folder; keys and journal are made there at the first start
     * @param port on loopback; 0 takes a free one
     * @param shop where the pay page leads back to
     */
    public WeChatSimulator(Path home, int port, URI shop) throws IOException {
        this.home = home;
        var keys = MerchantKeys.load(home);
        var wire = new Wire(keys);
        this.book = new Book(home.resolve("journal.jsonl"), clock);
        this.notifier = new Notifier(wire, knobs, clock, timetable, book);
        var router = new Router();
        new MerchantApi(keys, book, knobs::get, clock, this::settleLater).route(router, new Gate(wire, knobs));
        new ControlApi(this, book, notifier, clock, shop).route(router);
        knobs.route(router);
        clock.route(router);
        book.journal().route(router);
        resume();
        this.server = new HttpServer(port, router);
    }

    private void resume() {
        book.trades().stream().filter(Trade::isPaid).forEach(notifier::tradePaid);
        for (var refund : book.refunds()) {
            if (refund.status() == RefundStatus.PROCESSING) {
                settleLater(refund);
            } else {
                notifier.refundSettled(refund);
            }
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** What the channel gives to its merchant: numbers, keys, APIv3 key. */
    public Path merchantFolder() {
        return home.resolve("merchant");
    }

    public KnobBox<WeChatKnobs> knobs() {
        return knobs;
    }

    public SimClock clock() {
        return clock;
    }

    /** A payer scans and confirms. */
    public Trade pay(String outTradeNo, String openid) {
        var paid = book.pay(outTradeNo, openid);
        notifier.tradePaid(paid);
        return paid;
    }

    public @Nullable Trade find(String outTradeNo) {
        return book.find(outTradeNo);
    }

    private void settleLater(RefundRecord refund) {
        timetable.at(clock.instant().plusMillis(knobs.get().refundDelayMs()), () -> settle(refund));
    }

    private void settle(RefundRecord refund) {
        var result = knobs.get().refundResult();
        if (result == RefundStatus.PROCESSING) {
            timetable.at(clock.instant().plus(OPEN_REFUND_POLL), () -> settle(refund));
            return;
        }
        var settled = book.settle(refund.outRefundNo(), result);
        if (settled != null) {
            notifier.refundSettled(settled);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        timetable.close();
        notifier.close();
        book.close();
    }
}
