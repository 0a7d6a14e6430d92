package org.kameng.tools.simulators.alipay;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.KnobBox;
import org.kameng.tools.simulators.SimClock;
import org.kameng.tools.simulators.Timetable;
import org.kameng.tools.simulators.channel.ChannelSimulator;
import org.kameng.tools.simulators.channel.ControlApi;
import org.kameng.tools.simulators.channel.Notifier;
import org.kameng.tools.simulators.http.HttpServer;
import org.kameng.tools.simulators.http.Router;
import tools.jackson.databind.JsonNode;

/**
 * A payment channel of our own that speaks Alipay's gateway protocol. Its whole state is in its folder and comes back
 * after a kill.
 */
public final class AlipaySimulator implements ChannelSimulator {
    private static final ControlApi.Look LOOK = new ControlApi.Look("alipay", "支付宝", "直付通 · 网关 v1", List.of(241, 601));
    private static final String SOME_BUYER = "2088102146225135";
    private static final Duration PENDING_POLL = Duration.ofMillis(500);

    private final SimClock clock = new SimClock();
    private final Timetable timetable = new Timetable(clock);
    private final KnobBox<AlipayKnobs> knobs = new KnobBox<>(AlipayKnobs.CALM);
    private final Path home;
    private final Book book;
    private final Letters letters;
    private final Notifier notifier;
    private final HttpServer server;

    /**
     * Starts the simulator.
     *
     * @param home its folder; keys and journal are made there at the first start
     * @param port on loopback; 0 takes a free one
     * @param shop where the pay page leads back to
     */
    public AlipaySimulator(Path home, int port, URI shop) throws IOException {
        this.home = home;
        var keys = AppKeys.load(home);
        var wire = new Wire(keys);
        this.book = new Book(home.resolve("journal.jsonl"), clock);
        this.letters = new Letters(wire, keys);
        this.notifier = new Notifier(letters, knobs::get, clock, timetable, book);
        var router = new Router();
        var gateway = new Gateway(wire, knobs, new TradeApi(book, knobs, clock, this::follow));
        router.add("POST", "/gateway.do", gateway::handle);
        new ControlApi(LOOK, this, notifier, clock, shop).route(router);
        knobs.route(router);
        clock.route(router);
        book.journal().route(router);
        book.trades().forEach(this::tellPaid);
        book.refunds().forEach(this::follow);
        this.server = new HttpServer(port, router);
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public Path merchantFolder() {
        return home.resolve("merchant");
    }

    public KnobBox<AlipayKnobs> knobs() {
        return knobs;
    }

    @Override
    public SimClock clock() {
        return clock;
    }

    /** A buyer scans, if nobody has, and confirms. */
    @Override
    public Trade pay(String outTradeNo, @Nullable String buyer, @Nullable JsonNode trouble) {
        var first = knobs.once(trouble);
        var paid = book.pay(outTradeNo, buyer == null ? SOME_BUYER : buyer);
        tellPaid(paid, first);
        return paid;
    }

    @Override
    public @Nullable Trade find(String outTradeNo) {
        return book.find(outTradeNo);
    }

    @Override
    public @Nullable Trade scan(String codeUrl) {
        return book.scan(codeUrl, SOME_BUYER);
    }

    @Override
    public List<Trade> latestTrades(int count) {
        return book.latestTrades(count);
    }

    @Override
    public List<RefundRecord> latestRefunds(int count) {
        return book.latestRefunds(count);
    }

    private void tellPaid(Trade trade) {
        tellPaid(trade, knobs::get);
    }

    private void tellPaid(Trade trade, Supplier<AlipayKnobs> first) {
        if (trade.paidAt() != null) {
            notifier.announce(letters.payment(trade, trade.paidAt()), first);
        }
    }

    /** Sees a refund to its end and tells of it. */
    private void follow(RefundRecord refund) {
        if (refund.status() == RefundStatus.SUCCESS) {
            tellRefunded(refund);
        } else if (KnobBox.hits(knobs.get().refundPending())) {
            timetable.at(clock.instant().plus(PENDING_POLL), () -> follow(refund));
        } else {
            tellRefunded(book.settle(refund));
        }
    }

    private void tellRefunded(RefundRecord refund) {
        var trade = book.find(refund.outTradeNo());
        if (trade != null && refund.settledAt() != null) {
            notifier.announce(letters.refund(trade, refund, book.refunded(trade), refund.settledAt()));
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
