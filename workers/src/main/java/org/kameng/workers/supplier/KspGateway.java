package org.kameng.workers.supplier;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.PurchaseRequest;
import org.kameng.domain.supplier.SupplierBalance;
import org.kameng.domain.supplier.SupplierEndpoint;
import org.kameng.domain.supplier.SupplierGateway;
import org.kameng.domain.supplier.SupplierProduct;
import org.springframework.stereotype.Component;

/** KSP/1: REST, both directions signed, cards sealed. An answer whose signature does not hold says nothing. */
@Component
class KspGateway implements SupplierGateway {
    private static final String ROOT = "/ksp/v1";
    private static final int NONCE_BYTES = 16;
    private static final int PAGE = 100;

    private final Line line;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KspGateway(Line line, Clock clock) {
        this.line = line;
        this.clock = clock;
    }

    @Override
    public Protocol protocol() {
        return Protocol.KSP;
    }

    @Override
    public PurchaseReply purchase(SupplierEndpoint supplier, PurchaseRequest request) {
        var body = new LinkedHashMap<String, Object>();
        body.put("orderNo", request.purchaseNo());
        body.put("sku", request.supplierSku());
        body.put("quantity", request.quantity());
        body.put("maxCostFen", request.maxCost().fen());
        if (request.direct()) {
            body.put("account", new TreeMap<>(request.account()));
        }
        if (request.notifyUrl() != null) {
            body.put("notifyUrl", request.notifyUrl().toString());
        }
        return order(
                supplier,
                request,
                "purchase",
                "POST",
                ROOT + "/orders",
                Document.JSON.writeValueAsBytes(body),
                KspOrders::refused);
    }

    @Override
    public PurchaseReply query(SupplierEndpoint supplier, PurchaseRequest request) {
        return order(
                supplier,
                request,
                "query",
                "GET",
                ROOT + "/orders/" + request.purchaseNo(),
                Ask.NOTHING,
                KspOrders::unanswered);
    }

    /** A yes counts once the order itself is shown as taken back; a no is asked its proof, which stays on record. */
    @Override
    public PurchaseReply cancel(SupplierEndpoint supplier, PurchaseRequest request, String cancelNo) {
        var path = ROOT + "/orders/" + request.purchaseNo();
        var body = Document.JSON.writeValueAsBytes(
                Map.of("cancelNo", cancelNo, "reason", "NOT_NEEDED", "items", List.of()));
        var ask = ask(supplier, request.purchaseNo(), "cancel", "POST", path + "/cancel", body);
        var said = line.purchase(ask, request, answer -> {
            var proven = proven(ask, answer);
            return answer.status() == 200 ? KspCancels.answer(proven, request, cancelNo) : KspCancels.refused(proven);
        });
        return switch (said) {
            case PurchaseReply.Failed agreed ->
                isShownCancelled(supplier, request) ? agreed : new PurchaseReply.Unknown("CANCEL_NOT_SHOWN");
            case PurchaseReply.CancelRefused refused ->
                proof(supplier, request, path).orElse(refused);
            case PurchaseReply.Processing none -> none;
            case PurchaseReply.Finished none -> none;
            case PurchaseReply.NotFound none -> none;
            case PurchaseReply.Unknown unclear -> unclear;
        };
    }

    private boolean isShownCancelled(SupplierEndpoint supplier, PurchaseRequest request) {
        return query(supplier, request) instanceof PurchaseReply.Unknown(var code) && code.equals(KspOrders.CANCELLED);
    }

    private Optional<PurchaseReply> proof(SupplierEndpoint supplier, PurchaseRequest request, String path) {
        var ask = ask(supplier, request.purchaseNo(), "evidence", "GET", path + "/evidence", Ask.NOTHING);
        var said = line.value(ask, answer -> KspCancels.isUsed(good(answer, proven(ask, answer))));
        return said instanceof Answer.Known<Boolean>(var used) && used
                ? Optional.of(new PurchaseReply.CancelRefused("USED"))
                : Optional.empty();
    }

    private PurchaseReply order(
            SupplierEndpoint supplier,
            PurchaseRequest request,
            String operation,
            String method,
            String path,
            byte[] body,
            Function<Document, PurchaseReply> refused) {
        var ask = ask(supplier, request.purchaseNo(), operation, method, path, body);
        return line.purchase(ask, request, answer -> {
            var proven = proven(ask, answer);
            return answer.status() == 200 || answer.status() == 202
                    ? KspOrders.order(proven, request, supplier.cardKey())
                    : refused.apply(proven);
        });
    }

    @Override
    public Answer<Optional<SupplierProduct>> product(SupplierEndpoint supplier, String supplierSku) {
        var ask = ask(supplier, null, "product", "GET", ROOT + "/products/" + Ask.part(supplierSku), Ask.NOTHING);
        return line.value(ask, answer -> {
            var proven = proven(ask, answer);
            if (answer.status() == 404 && "SKU_NOT_FOUND".equals(proven.optional("code"))) {
                return Optional.empty();
            }
            var product = KspProducts.read(good(answer, proven));
            if (!product.sku().equals(supplierSku)) {
                throw new Unclear("ANSWER_OF_ANOTHER_PRODUCT");
            }
            return Optional.of(product);
        });
    }

    @Override
    public Answer<SupplierProduct.Page> products(SupplierEndpoint supplier, @Nullable String cursor) {
        var from = cursor == null ? "" : "cursor=" + Ask.part(cursor) + "&";
        var ask = ask(supplier, null, "products", "GET", ROOT + "/products?" + from + "limit=" + PAGE, Ask.NOTHING);
        return line.value(ask, answer -> {
            var page = good(answer, proven(ask, answer));
            List<SupplierProduct> products =
                    page.list("items").stream().map(KspProducts::read).toList();
            return new SupplierProduct.Page(products, page.optional("nextCursor"));
        });
    }

    @Override
    public Answer<SupplierBalance> balance(SupplierEndpoint supplier) {
        return balance(ask(supplier, null, "balance", "GET", ROOT + "/balance", Ask.NOTHING));
    }

    private Answer<SupplierBalance> balance(Ask ask) {
        return line.value(ask, answer -> {
            var balance = good(answer, proven(ask, answer));
            return new SupplierBalance(balance.fen("balanceFen"), balance.fen("creditFen"));
        });
    }

    /** The same signed question twice; the second answer. */
    Answer<SupplierBalance> balanceTwice(SupplierEndpoint supplier) {
        var ask = ask(supplier, null, "balance", "GET", ROOT + "/balance", Ask.NOTHING);
        balance(ask);
        return balance(ask);
    }

    @Override
    public Answer<Boolean> subscribe(SupplierEndpoint supplier, URI publicUrl) {
        var body = Map.of("skus", "*", "notifyUrl", publicUrl + KspDoor.PRODUCTS);
        var ask = ask(
                supplier, null, "subscribe", "POST", ROOT + "/subscriptions", Document.JSON.writeValueAsBytes(body));
        return line.value(ask, answer -> {
            good(answer, proven(ask, answer));
            return true;
        });
    }

    @Override
    public Optional<URI> purchaseDoor(URI publicUrl) {
        return Optional.of(URI.create(publicUrl + KspDoor.ORDERS));
    }

    private Ask ask(
            SupplierEndpoint supplier,
            @Nullable String purchaseNo,
            String operation,
            String method,
            String path,
            byte[] body) {
        var uri = Ask.address(supplier, path);
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        var nonce = HexFormat.of().formatHex(bytes);
        var signature = KspSignature.sign(
                supplier.secrets().getFirst(), method, uri.getRawPath(), uri.getRawQuery(), timestamp, nonce, body);
        var headers = Map.of(
                "X-KSP-Key", supplier.key(),
                "X-KSP-Timestamp", timestamp,
                "X-KSP-Nonce", nonce,
                "X-KSP-Signature", signature);
        return new Ask(supplier, purchaseNo, operation, method, uri, headers, body);
    }

    /** The answer's content, if the supplier itself wrote it just now. */
    private Document proven(Ask ask, Heard.Answered answer) {
        var timestamp = answer.header("X-KSP-Timestamp");
        if (!timestamp.isEmpty() && !Freshness.isFresh(timestamp, clock)) {
            throw new Unclear("CLOCK_OFF");
        }
        boolean signed = Digests.isSignedByAny(
                ask.supplier().secrets(),
                answer.header("X-KSP-Signature"),
                secret -> KspSignature.sign(
                        secret,
                        Integer.toString(answer.status()),
                        ask.uri().getRawPath(),
                        ask.uri().getRawQuery(),
                        timestamp,
                        answer.header("X-KSP-Nonce"),
                        answer.body()));
        if (!signed) {
            // Who refuses our signature cannot prove itself with a secret that we do not share.
            throw new Unclear(answer.status() == 401 ? "SIGNATURE_REFUSED" : "BAD_SIGNATURE");
        }
        return Document.parse(answer.body());
    }

    private static Document good(Heard.Answered answer, Document proven) {
        if (answer.status() != 200) {
            var code = proven.optional("code");
            var clean = code == null ? "HTTP_" + answer.status() : Codes.clean(code);
            throw new Unclear(clean.equals("BAD_SIGNATURE") ? "SIGNATURE_REFUSED" : clean);
        }
        return proven;
    }
}
