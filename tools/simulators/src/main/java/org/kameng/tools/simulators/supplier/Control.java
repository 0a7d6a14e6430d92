package org.kameng.tools.simulators.supplier;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.http.Router;
import tools.jackson.databind.JsonNode;

/** The page for people and the calls behind it: prices, stock, balance, redeemed cards, pushes. */
final class Control {
    private static final int SHOWN = 40;

    private final Desk desk;
    private final Pusher pusher;

    Control(Desk desk, Pusher pusher) {
        this.desk = desk;
        this.pusher = pusher;
    }

    void route(Router router) {
        router.addPage("/", "supplier.html");
        router.addPage("/assets/simulators.css", "simulators.css");
        router.addPage("/assets/supplier.js", "supplier.js");
        router.add("GET", "/health", r -> Answer.json(200, Map.of("status", "UP")));
        router.add("GET", "/control/state", r -> state());
        router.add("POST", "/control/products/{sku}", this::product);
        router.add("POST", "/control/products/{sku}/next-order", this::nextOrder);
        router.add("POST", "/control/balance", this::balance);
        router.add(
                "POST",
                "/control/orders/{no}/complete",
                r -> Answer.json(200, desk.counter().complete(r.variable("no"))));
        router.add("POST", "/control/orders/{no}/redeem", this::redeem);
        router.add(
                "POST",
                "/control/pushes/{id}/replay",
                r -> Answer.json(200, Map.of("status", pusher.replay(r.variable("id")))));
    }

    private Answer state() {
        var all = new LinkedHashMap<String, Object>();
        all.put("id", desk.profile().id());
        all.put("name", desk.profile().name());
        all.put("now", desk.now().toString());
        all.put("balanceFen", desk.shelf().balance());
        all.put("secrets", desk.credentials().secrets().size());
        all.put("products", desk.shelf().products());
        all.put("orders", desk.counter().latest(SHOWN));
        all.put("pushes", pusher.latest(SHOWN));
        return Answer.json(200, all);
    }

    /** Body: any of {@code costFen}, {@code stock}, {@code onSale}. */
    private Answer product(Request request) {
        var wish = Answer.JSON.readTree(request.body());
        var cost = number(wish, "costFen");
        var stock = number(wish, "stock");
        var onSale = wish.path("onSale").isBoolean() ? wish.path("onSale").booleanValue() : null;
        return Answer.json(
                200,
                desk.shelf()
                        .change(request.variable("sku"), cost, stock == null ? null : Math.toIntExact(stock), onSale));
    }

    /** Body: knobs for the next new order of this product alone. */
    private Answer nextOrder(Request request) {
        var changes = Answer.JSON.readTree(request.body());
        return Answer.json(200, desk.counter().troubles().prepare(request.variable("sku"), changes));
    }

    private static @Nullable Long number(JsonNode wish, String name) {
        return wish.path(name).isNumber() ? wish.path(name).asLong() : null;
    }

    private Answer balance(Request request) {
        desk.shelf()
                .setBalance(
                        Answer.JSON.readTree(request.body()).path("balanceFen").asLong());
        return Answer.json(200, Map.of("balanceFen", desk.shelf().balance()));
    }

    /** Body: {@code seq} and {@code status} (USED, UNUSED, VOIDED). */
    private Answer redeem(Request request) {
        var wish = Answer.JSON.readTree(request.body());
        var state = Item.Redeem.valueOf(wish.path("status").asString("USED"));
        return Answer.json(
                200,
                desk.counter().redeem(request.variable("no"), wish.path("seq").asInt(), state));
    }
}
