package org.kameng.workers.supplier;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.PurchaseRequest;
import org.kameng.domain.supplier.SupplierBalance;
import org.kameng.domain.supplier.SupplierEndpoint;
import org.kameng.domain.supplier.SupplierGateway;
import org.kameng.domain.supplier.SupplierProduct;
import org.springframework.stereotype.Component;

/**
 * The goods source standard of 闲管家: HTTP 200 for everything, the code inside decides; cards come plain and answers unsigned,
 * so all trust is in the connection. A number can be sent once, see {@link FuluGateway}.
 */
@Component
class GoofishGateway implements SupplierGateway {
    private static final int PAGE = 100;
    private static final int DIRECT = 1;
    private static final int CARD = 2;
    private static final int MOST_PAGES = 50;

    private final Line line;
    private final Clock clock;

    GoofishGateway(Line line, Clock clock) {
        this.line = line;
        this.clock = clock;
    }

    @Override
    public Protocol protocol() {
        return Protocol.GOOFISH;
    }

    @Override
    public PurchaseReply purchase(SupplierEndpoint supplier, PurchaseRequest request) {
        var body = new LinkedHashMap<String, Object>();
        body.put("order_no", request.purchaseNo());
        body.put("goods_no", request.supplierSku());
        if (request.direct()) {
            body.put("biz_content", AccountNames.GOOFISH.theirs(request.account()));
        }
        body.put("buy_quantity", request.quantity());
        body.put("max_amount", request.maxCost().fen());
        if (request.notifyUrl() != null) {
            body.put("notify_url", request.notifyUrl().toString());
        }
        body.put("biz_order_no", request.purchaseNo());
        var path = request.direct() ? "/goofish/order/recharge/create" : "/goofish/order/purchase/create";
        var reply = order(
                supplier,
                request,
                "purchase",
                path,
                body,
                envelope -> GoofishOrders.refused(envelope.number("code"), envelope.optional("msg")));
        return reply instanceof PurchaseReply.Failed failed
                        && failed.reason() == PurchaseReply.Reason.IDEMPOTENCY_CONFLICT
                ? query(supplier, request)
                : reply;
    }

    @Override
    public PurchaseReply query(SupplierEndpoint supplier, PurchaseRequest request) {
        var body = new LinkedHashMap<String, Object>();
        body.put("order_type", request.direct() ? DIRECT : CARD);
        body.put("order_no", request.purchaseNo());
        return order(
                supplier,
                request,
                "query",
                "/goofish/order/detail",
                body,
                envelope -> GoofishOrders.unanswered(envelope.number("code")));
    }

    private PurchaseReply order(
            SupplierEndpoint supplier,
            PurchaseRequest request,
            String operation,
            String path,
            Map<String, Object> body,
            Function<Document, PurchaseReply> refused) {
        return line.purchase(ask(supplier, request.purchaseNo(), operation, path, body), request, answer -> {
            var envelope = envelope(answer);
            return envelope.number("code") == 0
                    ? GoofishOrders.order(envelope.at("data"), request)
                    : refused.apply(envelope);
        });
    }

    /** The type is part of the question and is not known yet. */
    @Override
    public Answer<Optional<SupplierProduct>> product(SupplierEndpoint supplier, String supplierSku) {
        var card = product(supplier, supplierSku, CARD);
        return card instanceof Answer.Known<Optional<SupplierProduct>> known
                        && known.value().isEmpty()
                ? product(supplier, supplierSku, DIRECT)
                : card;
    }

    private Answer<Optional<SupplierProduct>> product(SupplierEndpoint supplier, String supplierSku, int type) {
        var body = new LinkedHashMap<String, Object>();
        body.put("goods_type", type);
        body.put("goods_no", supplierSku);
        return line.value(ask(supplier, null, "product", "/goofish/goods/detail", body), answer -> {
            var envelope = envelope(answer);
            if (envelope.number("code") == GoofishOrders.NO_PRODUCT) {
                return Optional.empty();
            }
            var product = product(good(envelope));
            if (!product.sku().equals(supplierSku)) {
                throw new Unclear("ANSWER_OF_ANOTHER_PRODUCT");
            }
            return Optional.of(product);
        });
    }

    /** The cursor is the number of the page and how many products came before it: the supplier may send shorter pages. */
    @Override
    public Answer<SupplierProduct.Page> products(SupplierEndpoint supplier, @Nullable String cursor) {
        var parts = cursor == null ? new String[] {"1", "0"} : cursor.split(":", 2);
        int page = Integer.parseInt(parts[0]);
        long before = Long.parseLong(parts[1]);
        var body = Map.<String, Object>of("keyword", "", "page_no", page, "page_size", PAGE);
        return line.value(ask(supplier, null, "products", "/goofish/goods/list", body), answer -> {
            var data = good(envelope(answer));
            var products =
                    data.list("list").stream().map(GoofishGateway::product).toList();
            long seen = before + products.size();
            boolean more = !products.isEmpty() && seen < data.number("count");
            return new SupplierProduct.Page(products, more ? (page + 1) + ":" + seen : null);
        });
    }

    private static SupplierProduct product(Document goods) {
        List<String> fields = goods.list("template").stream()
                .limit(KspProducts.MOST_FIELDS)
                .map(field -> AccountNames.GOOFISH.ours(field.word("code")))
                .toList();
        return new SupplierProduct(
                goods.word("goods_no"),
                goods.word("goods_name"),
                goods.count("goods_type") == DIRECT,
                Money.ZERO, // this wire has no face value
                goods.fen("price"),
                goods.count("stock"),
                goods.count("status") == 1,
                fields,
                null,
                goods.number("update_time"));
    }

    @Override
    public Answer<SupplierBalance> balance(SupplierEndpoint supplier) {
        return line.value(
                ask(supplier, null, "balance", "/goofish/user/info", Map.of()),
                answer -> new SupplierBalance(good(envelope(answer)).fen("balance"), Money.ZERO));
    }

    /** Each product is subscribed to by itself. */
    @Override
    public Answer<Boolean> subscribe(SupplierEndpoint supplier, URI publicUrl) {
        String cursor = null;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            switch (products(supplier, cursor)) {
                case Answer.Unknown<SupplierProduct.Page> unknown -> {
                    return new Answer.Unknown<>(unknown.code());
                }
                case Answer.Known<SupplierProduct.Page> known -> {
                    for (var product : known.value().products()) {
                        if (subscribe(supplier, product, publicUrl) instanceof Answer.Unknown<Boolean> unknown) {
                            return unknown;
                        }
                    }
                    cursor = known.value().next();
                }
            }
            if (cursor == null) {
                return new Answer.Known<>(true);
            }
        }
        return new Answer.Unknown<>("TOO_MANY_PRODUCTS");
    }

    private Answer<Boolean> subscribe(SupplierEndpoint supplier, SupplierProduct product, URI publicUrl) {
        var body = new LinkedHashMap<String, Object>();
        body.put("goods_type", product.direct() ? DIRECT : CARD);
        body.put("goods_no", product.sku());
        body.put("notify_url", publicUrl + GoofishDoor.GOODS);
        return line.value(ask(supplier, null, "subscribe", "/goofish/goods/change/subscribe", body), answer -> {
            good(envelope(answer));
            return true;
        });
    }

    @Override
    public Optional<URI> purchaseDoor(URI publicUrl) {
        return Optional.of(URI.create(publicUrl + GoofishDoor.ORDERS));
    }

    private Ask ask(
            SupplierEndpoint supplier,
            @Nullable String purchaseNo,
            String operation,
            String path,
            Map<String, Object> content) {
        var body = Document.JSON.writeValueAsBytes(content);
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var sign = GoofishSignature.sign(supplier.secrets().getFirst(), supplier.key(), timestamp, body);
        var query = "?mch_id=" + Ask.part(supplier.key()) + "&timestamp=" + timestamp + "&sign=" + sign;
        return new Ask(supplier, purchaseNo, operation, "POST", Ask.address(supplier, path + query), Map.of(), body);
    }

    private static Document envelope(Heard.Answered answer) {
        if (answer.status() != 200) {
            throw new Unclear("HTTP_" + answer.status());
        }
        return Document.parse(answer.body());
    }

    private static Document good(Document envelope) {
        long code = envelope.number("code");
        if (code == 401 || code == 403) {
            throw new Unclear("SIGNATURE_REFUSED");
        } else if (code != 0) {
            throw new Unclear(code == 408 ? "CLOCK_OFF" : "GOOFISH_" + code);
        }
        return envelope.at("data");
    }
}
