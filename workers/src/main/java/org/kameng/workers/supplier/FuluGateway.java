package org.kameng.workers.supplier;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
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
 * The style of 福禄: one address, the method in the body, amounts in yuan, signed results. A number can be sent once: who sends
 * it again is told that it is taken and has to ask, which {@link #purchase} does by itself. Nothing is pushed.
 */
@Component
class FuluGateway implements SupplierGateway {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));
    private static final int PAGE = 100;

    private final Line line;
    private final Clock clock;

    FuluGateway(Line line, Clock clock) {
        this.line = line;
        this.clock = clock;
    }

    @Override
    public Protocol protocol() {
        return Protocol.FULU;
    }

    @Override
    public PurchaseReply purchase(SupplierEndpoint supplier, PurchaseRequest request) {
        var content = new LinkedHashMap<String, Object>();
        content.put("product_id", request.supplierSku());
        content.put("customer_order_no", request.purchaseNo());
        content.put("buy_num", request.quantity());
        content.put("customer_price", BigDecimal.valueOf(request.maxCost().fen() / request.quantity(), 2));
        if (request.direct()) {
            content.putAll(AccountNames.FULU.theirs(request.account()));
        }
        var method = request.direct() ? "fulu.order.direct.add" : "fulu.order.card.add";
        var reply = order(supplier, request, "purchase", method, content, FuluOrders::refused);
        return reply instanceof PurchaseReply.Failed failed
                        && failed.reason() == PurchaseReply.Reason.IDEMPOTENCY_CONFLICT
                ? query(supplier, request)
                : reply;
    }

    @Override
    public PurchaseReply query(SupplierEndpoint supplier, PurchaseRequest request) {
        var content = Map.<String, Object>of("customer_order_no", request.purchaseNo());
        return order(supplier, request, "query", "fulu.order.info.get", content, FuluOrders::unanswered);
    }

    private PurchaseReply order(
            SupplierEndpoint supplier,
            PurchaseRequest request,
            String operation,
            String method,
            Map<String, Object> content,
            LongFunction<PurchaseReply> refused) {
        var ask = ask(supplier, request.purchaseNo(), operation, method, content);
        return line.purchase(ask, request, answer -> {
            var envelope = proven(supplier, answer);
            return envelope.number("code") == 0
                    ? FuluOrders.order(Document.parse(envelope.text("result")), request, supplier.secrets())
                    : refused.apply(envelope.number("code"));
        });
    }

    @Override
    public Answer<Optional<SupplierProduct>> product(SupplierEndpoint supplier, String supplierSku) {
        var ask = ask(supplier, null, "product", "fulu.goods.info.get", Map.of("product_id", supplierSku));
        return line.value(ask, answer -> {
            var envelope = proven(supplier, answer);
            if (envelope.number("code") == FuluOrders.NO_PRODUCT) {
                return Optional.empty();
            }
            var product = product(result(envelope));
            if (!product.sku().equals(supplierSku)) {
                throw new Unclear("ANSWER_OF_ANOTHER_PRODUCT");
            }
            return Optional.of(product);
        });
    }

    /**
     * The cursor is the number of the page and the first product of the page before it: a supplier that knows no pages sends the
     * same list again, which ends the reading instead of going on for ever.
     */
    @Override
    public Answer<SupplierProduct.Page> products(SupplierEndpoint supplier, @Nullable String cursor) {
        var parts = cursor == null ? new String[] {"1", ""} : cursor.split(":", 2);
        int page = Integer.parseInt(parts[0]);
        var content = Map.<String, Object>of("page_index", page, "page_size", PAGE);
        var ask = ask(supplier, null, "products", "fulu.goods.list.get", content);
        return line.value(ask, answer -> {
            var products = result(proven(supplier, answer)).elements().stream()
                    .map(FuluGateway::product)
                    .toList();
            if (products.isEmpty() || products.getFirst().sku().equals(parts[1])) {
                return new SupplierProduct.Page(List.of(), null);
            }
            return new SupplierProduct.Page(
                    products, (page + 1) + ":" + products.getFirst().sku());
        });
    }

    @Override
    public Answer<SupplierBalance> balance(SupplierEndpoint supplier) {
        var ask = ask(supplier, null, "balance", "fulu.user.info.get", Map.of());
        return line.value(
                ask,
                answer -> new SupplierBalance(result(proven(supplier, answer)).yuan("balance"), Money.ZERO));
    }

    private static SupplierProduct product(Document goods) {
        var field = goods.label("charge_account_type");
        boolean direct = goods.text("product_type").equals("直充");
        return new SupplierProduct(
                goods.word("product_id"),
                goods.word("product_name"),
                direct,
                goods.yuan("face_value"),
                goods.yuan("purchase_price"),
                // all that it says is whether there are some
                goods.text("stock_status").equals("断货") ? 0 : null,
                goods.text("sales_status").equals("上架"),
                direct ? List.of(field == null ? "account" : field) : List.of(),
                null,
                0);
    }

    private Ask ask(
            SupplierEndpoint supplier,
            @Nullable String purchaseNo,
            String operation,
            String method,
            Map<String, Object> content) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("app_key", supplier.key());
        envelope.put("method", method);
        envelope.put("timestamp", TIME.format(clock.instant()));
        envelope.put("version", "2.0");
        envelope.put("format", "json");
        envelope.put("charset", "utf-8");
        envelope.put("sign_type", "md5");
        envelope.put("app_auth_token", "");
        envelope.put("biz_content", Document.JSON.writeValueAsString(content));
        var text = Document.JSON.writeValueAsString(envelope);
        envelope.put("sign", FuluSignature.sign(supplier.secrets().getFirst(), text));
        return new Ask(
                supplier,
                purchaseNo,
                operation,
                "POST",
                Ask.address(supplier, "/api/getway"),
                Map.of(),
                Document.JSON.writeValueAsBytes(envelope));
    }

    /** The envelope, if its result is signed with a secret that we share. */
    private static Document proven(SupplierEndpoint supplier, Heard.Answered answer) {
        if (answer.status() != 200) {
            throw new Unclear("HTTP_" + answer.status());
        }
        var envelope = Document.parse(answer.body());
        long code = envelope.number("code");
        if (code == FuluOrders.SIGNATURE || code == FuluOrders.STALE) {
            throw new Unclear(code == FuluOrders.STALE ? "CLOCK_OFF" : "SIGNATURE_REFUSED");
        }
        var result = envelope.optional("result");
        var sign = envelope.optional("sign");
        boolean signed = Digests.isSignedByAny(
                supplier.secrets(),
                sign == null ? "" : sign,
                secret -> FuluSignature.sign(secret, result == null ? "" : result));
        if (!signed) {
            throw new Unclear("BAD_SIGNATURE");
        }
        return envelope;
    }

    private static Document result(Document envelope) {
        if (envelope.number("code") != 0) {
            throw new Unclear("FULU_" + envelope.number("code"));
        }
        return Document.parse(envelope.text("result"));
    }
}
