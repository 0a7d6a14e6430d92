package org.kameng.tools.simulators.supplier.fulu;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.supplier.Desk;
import org.kameng.tools.simulators.supplier.Item;
import org.kameng.tools.simulators.supplier.Order;
import org.kameng.tools.simulators.supplier.Product;
import org.kameng.tools.simulators.supplier.Refused;
import org.kameng.tools.simulators.supplier.Why;
import org.kameng.tools.simulators.supplier.Wish;
import tools.jackson.databind.JsonNode;

/** The methods of this wire, once the caller is known. Amounts are yuan, as it has them. */
final class FuluCalls {
    private static final int LARGEST_PAGE = 100;

    private final Desk desk;

    FuluCalls(Desk desk) {
        this.desk = desk;
    }

    Object call(String method, JsonNode content, String secret) {
        return switch (method) {
            case "fulu.user.info.get" -> Map.of("balance", yuan(desk.shelf().balance()), "is_open", 1);
            case "fulu.goods.list.get" -> list(content);
            case "fulu.goods.info.get" ->
                goods(desk.shelf().product(content.path("product_id").asString("")));
            case "fulu.order.card.add" -> add(content, false, secret);
            case "fulu.order.direct.add" -> add(content, true, secret);
            case "fulu.order.info.get" ->
                document(desk.counter().order(content.path("customer_order_no").asString("")), secret);
            default -> throw new Refused(Why.PARAM_ERROR);
        };
    }

    private List<Map<String, Object>> list(JsonNode content) {
        int size = Math.min(
                content.path("page_size").asInt(LARGEST_PAGE), desk.knobs().largestPage());
        return desk.shelf().products().stream()
                .skip(Math.max(0L, content.path("page_index").asInt(1) - 1L) * size)
                .limit(size)
                .map(FuluCalls::goods)
                .toList();
    }

    private static Map<String, Object> goods(Product product) {
        var json = new LinkedHashMap<String, Object>();
        json.put("product_id", product.sku());
        json.put("product_name", product.name());
        json.put("face_value", yuan(product.faceFen()));
        json.put("product_type", product.direct() ? "直充" : "卡密");
        json.put("purchase_price", yuan(product.costFen()));
        json.put(
                "charge_account_type",
                product.direct() ? product.account().getFirst().name() : "");
        json.put("stock_status", product.stock() == 0 ? "断货" : "充足");
        json.put("sales_status", product.onSale() ? "上架" : "下架");
        return json;
    }

    private Object add(JsonNode content, boolean direct, String secret) {
        var orderNo = content.path("customer_order_no").asString("");
        var sku = content.path("product_id").asString("");
        if (orderNo.isBlank() || sku.isBlank()) {
            throw new Refused(Why.PARAM_ERROR);
        }
        requireNew(orderNo);
        int units = content.path("buy_num").asInt(0);
        var account = direct ? account(sku, content.path("charge_account").asString("")) : Map.<String, String>of();
        var wish = new Wish(orderNo, sku, direct, units, limit(content, units), account, null);
        return document(desk.counter().place(wish), secret);
    }

    private Map<String, String> account(String sku, String value) {
        var fields = desk.shelf().product(sku).account();
        return fields.isEmpty() ? Map.of() : Map.of(fields.getFirst().name(), value);
    }

    /** {@code customer_price} is what one unit may cost. */
    private static @Nullable Long limit(JsonNode content, int units) {
        var price = content.path("customer_price");
        return price.isNumber()
                ? price.decimalValue()
                                .movePointRight(2)
                                .setScale(0, RoundingMode.DOWN)
                                .longValueExact()
                        * units
                : null;
    }

    /** A number can be used once; who repeats it has to ask what became of it. */
    private void requireNew(String orderNo) {
        if (desk.counter().knows(orderNo)) {
            throw new Refused(Why.IDEMPOTENCY_CONFLICT);
        }
    }

    private Map<String, Object> document(Order order, String secret) {
        var json = new LinkedHashMap<String, Object>();
        json.put("order_id", order.supplierOrderNo());
        json.put("customer_order_no", desk.named(order));
        json.put("product_id", order.deliveredSku());
        json.put("buy_num", order.quantity());
        json.put("order_price", yuan(order.chargedFen()));
        json.put("order_state", state(order));
        json.put(
                "recharge_description",
                order.failCode() == null ? "" : order.failCode().words());
        json.put("create_time", time(order.createdAt()));
        json.put("finish_time", order.finishedAt() == null ? "" : time(order.finishedAt()));
        json.put(
                "cards",
                desk.mayFetch(order)
                        ? order.items().stream().map(item -> card(item, secret)).toList()
                        : List.of());
        return json;
    }

    private static String state(Order order) {
        return switch (order.status()) {
            case ACCEPTED -> "untreated";
            case PROCESSING -> "processing";
            case SUCCEEDED, PARTIAL -> "success";
            case FAILED, CANCELLED -> "failed";
        };
    }

    /** A code without a number of its own stands where others have the password. */
    private Map<String, Object> card(Item item, String secret) {
        var card = desk.card(item);
        boolean alone = card.password().isEmpty();
        var sealed = FuluSignature.encrypt(secret, alone ? card.number() : card.password());
        var json = new LinkedHashMap<String, Object>();
        json.put("card_number", alone ? "" : FuluSignature.encrypt(secret, card.number()));
        json.put("card_pwd", item.fault() == Item.Fault.BAD_TAG ? spoilt(sealed) : sealed);
        json.put("card_deadline", item.expiresAt() == null ? "" : time(item.expiresAt()));
        return json;
    }

    // One letter less is no Base64 any more.
    private static String spoilt(String sealed) {
        return sealed.substring(1);
    }

    private static String time(Instant at) {
        return FuluDialect.TIME.format(at.atOffset(ZoneOffset.ofHours(8)));
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
