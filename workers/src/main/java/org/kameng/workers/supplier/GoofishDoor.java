package org.kameng.workers.supplier;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiConsumer;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.SupplierEndpoint;
import org.kameng.domain.supplier.SupplierNews;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where suppliers of the goods source standard call back. Their callbacks carry no number of their own, so the signature is the
 * nonce and what is said is the event; cards inside are not even read, see the decision on suppliers.
 */
@RestController
class GoofishDoor {
    static final String ORDERS = "/goofish/notify/orders";
    static final String GOODS = "/goofish/notify/goods";
    private static final Map<String, Object> HEARD = Map.of("code", 0, "msg", "OK");
    private static final int MOST_GOODS = 100;

    private final PushDoor door;
    private final SupplierNews news;

    GoofishDoor(PushDoor door, SupplierNews news) {
        this.door = door;
        this.news = news;
    }

    @PostMapping(ORDERS)
    ResponseEntity<Map<String, Object>> order(HttpServletRequest request) throws IOException {
        return take(request, (supplier, callback) -> {
            var number = callback.text("order_no");
            var event = number + ":" + callback.number("order_status") + ":" + callback.number("end_time");
            news.orderChanged(supplier.supplier(), event(event), number);
        });
    }

    @PostMapping(GOODS)
    ResponseEntity<Map<String, Object>> goods(HttpServletRequest request) throws IOException {
        return take(request, (supplier, callback) -> {
            var items = callback.list("items");
            if (items.isEmpty() || items.size() > MOST_GOODS) {
                throw new Unclear("NO_GOODS");
            }
            for (var item : items) {
                news.productChanged(supplier.supplier(), event(item.node().toString()), item.text("goods_no"));
            }
        });
    }

    /** The same for the same content. */
    private static String event(String content) {
        return "GF"
                + Digests.sha256Hex(content.getBytes(StandardCharsets.UTF_8)).substring(0, 38);
    }

    private ResponseEntity<Map<String, Object>> take(
            HttpServletRequest request, BiConsumer<SupplierEndpoint, Document> work) throws IOException {
        // The query is read by hand: asking for parameters would let the container read a form out of the body.
        var body = PushDoor.body(request);
        var query = Queries.parse(request.getQueryString());
        var key = query.getOrDefault("mch_id", "");
        var timestamp = query.getOrDefault("timestamp", "");
        var sign = query.getOrDefault("sign", "");
        var claim = new Claim(
                Protocol.GOOFISH,
                key,
                timestamp,
                sign,
                sign,
                secret -> GoofishSignature.sign(secret, key, timestamp, body));
        return door.take(claim, body, request.getRemoteAddr(), work, HEARD);
    }
}
