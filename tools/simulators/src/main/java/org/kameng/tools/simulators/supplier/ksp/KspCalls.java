package org.kameng.tools.simulators.supplier.ksp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.supplier.Cancellation;
import org.kameng.tools.simulators.supplier.Desk;
import org.kameng.tools.simulators.supplier.Event;
import org.kameng.tools.simulators.supplier.Product;
import org.kameng.tools.simulators.supplier.Refused;
import org.kameng.tools.simulators.supplier.Why;
import org.kameng.tools.simulators.supplier.Wish;
import tools.jackson.databind.JsonNode;

/** The calls of KSP/1, once the caller is known. */
final class KspCalls {
    private static final int LARGEST_PAGE = 100;
    private static final String ID = "[0-9A-Za-z_-]{8,64}";

    private final Desk desk;
    private final KspDocuments documents;

    KspCalls(Desk desk) {
        this.desk = desk;
        this.documents = new KspDocuments(desk);
    }

    Answer info(Request request) {
        boolean direct = desk.shelf().products().stream().anyMatch(Product::direct);
        return Answer.json(
                200,
                Map.of(
                        "protocol", "KSP/1",
                        "features",
                                Map.of("direct", direct, "card", true, "cancel", true, "evidence", true, "push", true),
                        "limits", Map.of("quantity", 100, "page", LARGEST_PAGE)));
    }

    Answer balance(Request request) {
        return Answer.json(
                200, Map.of("balanceFen", desk.shelf().balance(), "creditFen", 0, "asOf", KspDialect.time(desk.now())));
    }

    /** The cursor is the version of the last product read: what changes while somebody reads comes once more at the end. */
    Answer products(Request request) {
        var cursor = request.parameter("cursor");
        var limit = request.parameter("limit");
        long after = cursor == null ? 0 : Long.parseLong(cursor);
        int asked = limit == null ? LARGEST_PAGE : Math.min(LARGEST_PAGE, Integer.parseInt(limit));
        int most = Math.min(asked, desk.knobs().largestPage());
        var rest = desk.shelf().products().stream()
                .filter(product -> product.version() > after)
                .toList();
        var page = rest.subList(0, Math.min(most, rest.size()));
        var json = new LinkedHashMap<String, Object>();
        json.put("items", page.stream().map(KspDocuments::product).toList());
        json.put("nextCursor", page.size() < rest.size() ? "" + page.getLast().version() : null);
        return Answer.json(200, json);
    }

    Answer product(Request request) {
        return Answer.json(200, KspDocuments.product(desk.shelf().product(request.variable("sku"))));
    }

    Answer place(Request request) {
        var json = Answer.JSON.readTree(request.body());
        var account = new LinkedHashMap<String, String>();
        json.path("account")
                .properties()
                .forEach(field -> account.put(field.getKey(), field.getValue().asString("")));
        var wish = new Wish(
                id(json, "orderNo"),
                text(json, "sku"),
                null,
                json.path("quantity").asInt(0),
                json.path("maxCostFen").isNumber() ? json.path("maxCostFen").asLong() : null,
                account,
                optional(json, "notifyUrl"));
        var order = desk.counter().place(wish);
        return Answer.json(order.status().isFinal() ? 200 : 202, documents.order(order));
    }

    Answer order(Request request) {
        return Answer.json(200, documents.order(desk.counter().order(request.variable("no"))));
    }

    Answer cancel(Request request) {
        var json = Answer.JSON.readTree(request.body());
        var units = new ArrayList<Integer>();
        json.path("items").forEach(seq -> units.add(seq.asInt()));
        return Answer.json(
                200, cancellation(desk.returns().cancel(request.variable("no"), id(json, "cancelNo"), units)));
    }

    private static Map<String, Object> cancellation(Cancellation cancellation) {
        return Map.of(
                "cancelNo", cancellation.cancelNo(),
                "orderNo", cancellation.orderNo(),
                "status", cancellation.status().name(),
                "refundableFen", cancellation.refundableFen());
    }

    Answer evidence(Request request) {
        return Answer.json(200, documents.evidence(desk.counter().order(request.variable("no"))));
    }

    Answer subscribe(Request request) {
        var json = Answer.JSON.readTree(request.body());
        List<String> skus = new ArrayList<>();
        if (json.path("skus").isArray()) {
            json.path("skus").forEach(sku -> skus.add(sku.asString("")));
        }
        desk.shelf().subscribe(text(json, "notifyUrl"), skus);
        return Answer.json(200, Map.of("code", "OK"));
    }

    /** What a push says: that something changed, and no secret. */
    Map<String, Object> news(Event event) {
        return switch (event.kind()) {
            case ORDER -> {
                var order = desk.counter().order(event.subject());
                yield Map.of(
                        "orderNo", order.orderNo(),
                        "supplierOrderNo", order.supplierOrderNo(),
                        "status", order.status().name(),
                        "version", order.version());
            }
            case PRODUCT -> KspDocuments.product(desk.shelf().product(event.subject()));
            case CANCEL -> cancellation(desk.returns().cancellation(event.subject()));
        };
    }

    private static String id(JsonNode json, String name) {
        var value = text(json, name);
        if (!value.matches(ID)) {
            throw new Refused(Why.PARAM_ERROR);
        }
        return value;
    }

    private static String text(JsonNode json, String name) {
        var value = optional(json, name);
        if (value == null || value.isBlank()) {
            throw new Refused(Why.PARAM_ERROR);
        }
        return value;
    }

    private static @Nullable String optional(JsonNode json, String name) {
        return json.path(name).isString() ? json.path(name).asString() : null;
    }
}
