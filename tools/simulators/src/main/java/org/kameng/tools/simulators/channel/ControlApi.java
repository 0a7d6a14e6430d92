package org.kameng.tools.simulators.channel;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.SimClock;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.Refusal;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.http.Router;
import tools.jackson.databind.JsonNode;

/** The pages for people and the calls behind them: pay a code, see trades and notifications, send one again. */
public final class ControlApi {
    private static final int SHOWN = 40;

    private final Till till;
    private final Notifier notifier;
    private final SimClock clock;
    private final URI shop;
    private final Look look;

    /** What the pages call the channel; the key picks its colours, the steps are what the clock can be put forward by. */
    public record Look(String key, String name, String protocol, List<Integer> stepSeconds) {}

    /** The channel as a payer and an onlooker use it. */
    public interface Till {
        List<? extends ChannelTrade> latestTrades(int count);

        List<? extends ChannelRefund> latestRefunds(int count);

        @Nullable
        ChannelTrade find(String outTradeNo);

        /** A wallet looks at a code. */
        @Nullable
        ChannelTrade scan(String codeUrl);

        /** A payer confirms; somebody fictional where none is named. A trouble is what the first notification meets. */
        ChannelTrade pay(String outTradeNo, @Nullable String payer, @Nullable JsonNode trouble);

        default ChannelTrade pay(String outTradeNo, @Nullable String payer) {
            return pay(outTradeNo, payer, null);
        }
    }

    public ControlApi(Look look, Till till, Notifier notifier, SimClock clock, URI shop) {
        this.look = look;
        this.till = till;
        this.notifier = notifier;
        this.clock = clock;
        this.shop = shop;
    }

    public void route(Router router) {
        router.addPage("/", "channel.html");
        router.addPage("/pay", "pay.html");
        router.addPage("/assets/simulators.css", "simulators.css");
        router.addPage("/assets/channel.js", "channel.js");
        router.addPage("/assets/pay.js", "pay.js");
        router.add("GET", "/health", r -> Answer.json(200, Map.of("status", "UP")));
        router.add("GET", "/control/look", r -> Answer.json(200, look));
        router.add("GET", "/control/state", r -> state());
        router.add("GET", "/control/order", this::order);
        router.add("POST", "/control/pay", this::pay);
        router.add("POST", "/control/notifications/{id}/replay", this::replay);
    }

    private Answer state() {
        var all = new LinkedHashMap<String, Object>();
        all.put("now", clock.instant().toString());
        all.put("shop", shop.toString());
        all.put("orders", till.latestTrades(SHOWN));
        all.put("refunds", till.latestRefunds(SHOWN));
        all.put("notifications", notifier.latest(SHOWN));
        return Answer.json(200, all);
    }

    /** By {@code code_url} or {@code out_trade_no}. */
    private Answer order(Request request) {
        return Answer.json(200, wanted(request.parameter("code_url"), request.parameter("out_trade_no")));
    }

    /**
     * Body: {@code outTradeNo} or {@code codeUrl}, and if wanted {@code payerOpenid} and {@code trouble}: knobs for the first
     * notification of this payment alone.
     */
    private Answer pay(Request request) {
        var fields = Fields.of(request);
        var trade = wanted(fields.optional("codeUrl"), fields.optional("outTradeNo"));
        return Answer.json(200, till.pay(trade.outTradeNo(), fields.optional("payerOpenid"), fields.object("trouble")));
    }

    private ChannelTrade wanted(@Nullable String codeUrl, @Nullable String outTradeNo) {
        ChannelTrade found = null;
        if (codeUrl != null) {
            found = till.scan(codeUrl);
        } else if (outTradeNo != null) {
            found = till.find(outTradeNo);
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
