package org.kameng.tools.simulators.wechat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.SimClock;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.Refusal;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.http.Router;

/** The pages for people and the calls behind them: pay a code, see orders and notifications, send one again. */
final class ControlApi {
    private static final int SHOWN = 40;
    private static final String SOME_PAYER = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";

    private final WeChatSimulator simulator;
    private final Book book;
    private final Notifier notifier;
    private final SimClock clock;
    private final URI shop;

    ControlApi(WeChatSimulator simulator, Book book, Notifier notifier, SimClock clock, URI shop) {
        this.simulator = simulator;
        this.book = book;
        this.notifier = notifier;
        this.clock = clock;
        this.shop = shop;
    }

    void route(Router router) {
        router.addPage("/", "wechat.html");
        router.addPage("/pay", "pay.html");
        router.addPage("/assets/simulators.css", "simulators.css");
        router.addPage("/assets/wechat.js", "wechat.js");
        router.addPage("/assets/pay.js", "pay.js");
        router.add("GET", "/health", r -> Answer.json(200, Map.of("status", "UP")));
        router.add("GET", "/control/state", r -> state());
        router.add("GET", "/control/order", this::order);
        router.add("POST", "/control/pay", this::pay);
        router.add("POST", "/control/notifications/{id}/replay", this::replay);
    }

    private Answer state() {
        var all = new LinkedHashMap<String, Object>();
        all.put("now", clock.instant().toString());
        all.put("shop", shop.toString());
        all.put("orders", book.latestTrades(SHOWN));
        all.put("refunds", book.latestRefunds(SHOWN));
        all.put("notifications", notifier.latest(SHOWN));
        return Answer.json(200, all);
    }

    /** By {@code code_url} or {@code out_trade_no}. */
    private Answer order(Request request) {
        return Answer.json(200, wanted(request.parameter("code_url"), request.parameter("out_trade_no")));
    }

    /** Body: {@code outTradeNo} or {@code codeUrl}, and if wanted {@code payerOpenid}. */
    private Answer pay(Request request) {
        var fields = Fields.of(request);
        var trade = wanted(fields.optional("codeUrl"), fields.optional("outTradeNo"));
        var openid = fields.optional("payerOpenid");
        return Answer.json(200, simulator.pay(trade.outTradeNo(), openid == null ? SOME_PAYER : openid));
    }

    private Trade wanted(@Nullable String codeUrl, @Nullable String outTradeNo) {
        Trade found = null;
        if (codeUrl != null) {
            found = book.byCode(codeUrl);
        } else if (outTradeNo != null) {
            found = book.find(outTradeNo);
        }
        if (found == null) {
            throw new Refusal(404, "ORDER_NOT_EXIST", "二维码无效或订单不存在");
        }
        return found;
    }

    private Answer replay(Request request) {
        return Answer.json(200, Map.of("status", notifier.replay(request.variable("id"))));
    }
}
