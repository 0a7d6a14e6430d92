package org.kameng.tools.simulators.wechat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.KnobBox;
import org.kameng.tools.simulators.SimClock;
import org.kameng.tools.simulators.Timetable;
import org.kameng.tools.simulators.channel.ChannelSimulator;
import org.kameng.tools.simulators.channel.ControlApi;
import org.kameng.tools.simulators.channel.Notice;
import org.kameng.tools.simulators.channel.Notifier;
import org.kameng.tools.simulators.http.HttpServer;
import org.kameng.tools.simulators.http.Router;
import tools.jackson.databind.JsonNode;

/**
 * A payment channel of our own that speaks WeChat Pay v3. Its whole state is in its folder and comes back after a
 * kill.
 */
public final class WeChatSimulator implements ChannelSimulator {
    private static final ControlApi.Look LOOK = new ControlApi.Look("wechat", "微信支付", "平台收付通 v3", List.of(16, 181));
    private static final String SOME_PAYER = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";
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
        this.notifier = new Notifier(new Letters(wire), knobs::get, clock, timetable, book);
        var router = new Router();
        new MerchantApi(keys, book, knobs::get, clock, this::settleLater).route(router, new Gate(wire, knobs));
        new ControlApi(LOOK, this, notifier, clock, shop).route(router);
        knobs.route(router);
        clock.route(router);
        book.journal().route(router);
        resume();
        this.server = new HttpServer(port, router);
    }

    private void resume() {
        book.trades().stream().filter(Trade::isPaid).forEach(this::tellPaid);
        for (var refund : book.refunds()) {
            if (refund.status() == RefundStatus.PROCESSING) {
                settleLater(refund);
            } else {
                tellSettled(refund);
            }
        }
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public Path merchantFolder() {
        return home.resolve("merchant");
    }

    public KnobBox<WeChatKnobs> knobs() {
        return knobs;
    }

    @Override
    public SimClock clock() {
        return clock;
    }

    /** A payer scans and confirms. */
    @Override
    public Trade pay(String outTradeNo, @Nullable String openid, @Nullable JsonNode trouble) {
        var first = knobs.once(trouble);
        var paid = book.pay(outTradeNo, openid == null ? SOME_PAYER : openid);
        notifier.announce(news(paid), first);
        return paid;
    }

    private void tellPaid(Trade trade) {
        notifier.announce(news(trade));
    }

    private Notice news(Trade trade) {
        return Letters.payment(trade, trade.paidAt() == null ? clock.instant() : trade.paidAt());
    }

    private void tellSettled(RefundRecord refund) {
        if (refund.notifyUrl() != null) {
            var at = refund.settledAt() == null ? clock.instant() : refund.settledAt();
            notifier.announce(Letters.refund(refund, refund.notifyUrl(), at));
        }
    }

    @Override
    public @Nullable Trade find(String outTradeNo) {
        return book.find(outTradeNo);
    }

    @Override
    public @Nullable Trade scan(String codeUrl) {
        return book.byCode(codeUrl);
    }

    @Override
    public List<Trade> latestTrades(int count) {
        return book.latestTrades(count);
    }

    @Override
    public List<RefundRecord> latestRefunds(int count) {
        return book.latestRefunds(count);
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
            tellSettled(settled);
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
