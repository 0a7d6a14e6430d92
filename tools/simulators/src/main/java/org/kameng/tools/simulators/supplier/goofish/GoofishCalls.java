package org.kameng.tools.simulators.supplier.goofish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kameng.tools.simulators.supplier.Desk;
import org.kameng.tools.simulators.supplier.Item;
import org.kameng.tools.simulators.supplier.Order;
import org.kameng.tools.simulators.supplier.Product;
import org.kameng.tools.simulators.supplier.Refused;
import org.kameng.tools.simulators.supplier.Why;
import org.kameng.tools.simulators.supplier.Wish;
import tools.jackson.databind.JsonNode;

/** The calls of the goods source standard, once the caller is known. */
final class GoofishCalls {
    static final int UNLIMITED = 99_999;
    private static final int DIRECT = 1;
    private static final int CARD = 2;

    private final Desk desk;

    GoofishCalls(Desk desk) {
        this.desk = desk;
    }

    Object info() {
        var appId = desk.credentials().newest().split(":", -1)[0];
        return Map.of(
                "app_id",
                Long.parseLong(appId),
                "features",
                Map.of(
                        "is_support_order_refund", false,
                        "is_support_goods_notify", true,
                        "is_support_loss_purchase", true));
    }

    Object list(JsonNode body) {
        int size = Math.min(body.path("page_size").asInt(50), desk.knobs().largestPage());
        int from = (body.path("page_no").asInt(1) - 1) * size;
        var all = desk.shelf().products();
        var page = all.stream()
                .skip(Math.max(0, from))
                .limit(size)
                .map(GoofishCalls::goods)
                .toList();
        return Map.of("list", page, "count", all.size());
    }

    Object detail(JsonNode body) {
        var product = desk.shelf().product(body.path("goods_no").asString(""));
        if (body.path("goods_type").asInt(0) != (product.direct() ? DIRECT : CARD)) {
            throw new Refused(Why.SKU_NOT_FOUND);
        }
        return goods(product);
    }

    private static Map<String, Object> goods(Product product) {
        var json = new LinkedHashMap<String, Object>();
        json.put("goods_no", product.sku());
        json.put("goods_type", product.direct() ? DIRECT : CARD);
        json.put("goods_name", product.name());
        json.put("price", product.costFen());
        json.put("stock", product.stock() < 0 ? UNLIMITED : product.stock());
        json.put("status", product.onSale() ? 1 : 2);
        json.put("update_time", product.updatedAt().getEpochSecond());
        json.put(
                "template",
                product.account().stream()
                        .map(field -> Map.of("code", field.name(), "name", field.label(), "desc", "", "check", 0))
                        .toList());
        return json;
    }

    Object subscribe(JsonNode body) {
        var sku = body.path("goods_no").asString("");
        desk.shelf().subscribe(body.path("notify_url").asString(""), sku.isEmpty() ? List.of() : List.of(sku));
        return Map.of();
    }

    Object create(JsonNode body, boolean direct) {
        var orderNo = body.path("order_no").asString("");
        if (orderNo.isBlank()) {
            throw new Refused(Why.PARAM_ERROR);
        }
        var account = new LinkedHashMap<String, String>();
        body.path("biz_content")
                .properties()
                .forEach(field -> account.put(field.getKey(), field.getValue().asString("")));
        requireNew(orderNo);
        return document(desk.counter()
                .place(new Wish(
                        orderNo,
                        body.path("goods_no").asString(""),
                        direct,
                        body.path("buy_quantity").asInt(0),
                        body.path("max_amount").isNumber()
                                ? body.path("max_amount").asLong()
                                : null,
                        account,
                        body.path("notify_url").stringValue(null))));
    }

    /** A number can be used once; who repeats it has to ask what became of it. */
    private void requireNew(String orderNo) {
        if (desk.counter().knows(orderNo)) {
            throw new Refused(Why.IDEMPOTENCY_CONFLICT);
        }
    }

    Object order(JsonNode body) {
        return document(desk.counter().order(body.path("order_no").asString("")));
    }

    Map<String, Object> document(Order order) {
        var json = new LinkedHashMap<String, Object>();
        json.put("order_type", order.direct() ? DIRECT : CARD);
        json.put("order_no", desk.named(order));
        json.put("out_order_no", order.supplierOrderNo());
        json.put("order_status", state(order));
        json.put("order_amount", order.chargedFen());
        json.put("goods_no", order.deliveredSku());
        json.put("buy_quantity", order.quantity());
        json.put("order_time", order.createdAt().getEpochSecond());
        json.put("end_time", order.finishedAt() == null ? 0 : order.finishedAt().getEpochSecond());
        json.put("card_items", desk.mayFetch(order) ? cards(order) : List.of());
        json.put("remark", order.failCode() == null ? "" : order.failCode().words());
        return json;
    }

    private static int state(Order order) {
        return switch (order.status()) {
            case ACCEPTED, PROCESSING -> 10;
            case SUCCEEDED, PARTIAL -> 20;
            case FAILED, CANCELLED -> 30;
        };
    }

    private List<Map<String, Object>> cards(Order order) {
        var cards = new ArrayList<Map<String, Object>>();
        for (var item : order.items()) {
            cards.add(card(item));
        }
        return cards;
    }

    private Map<String, Object> card(Item item) {
        var card = desk.card(item);
        if (item.fault() == Item.Fault.BAD_TAG) {
            return Map.of("card_no", card.number()); // this wire has no tag; half a card is as bad
        }
        return card.pin().isEmpty()
                ? Map.of("card_pwd", card.number())
                : Map.of("card_no", card.number(), "card_pwd", card.pin());
    }
}
