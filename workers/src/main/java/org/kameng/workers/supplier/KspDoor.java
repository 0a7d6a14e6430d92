package org.kameng.workers.supplier;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.function.BiConsumer;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.SupplierEndpoint;
import org.kameng.domain.supplier.SupplierNews;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where suppliers of KSP/1 tell what changed. What they say is only asked for again, never believed. */
@RestController
class KspDoor {
    static final String ORDERS = "/ksp/notify/orders";
    static final String PRODUCTS = "/ksp/notify/products";
    static final String CANCELS = "/ksp/notify/cancels";
    private static final Map<String, Object> HEARD = Map.of("code", "OK");

    private final PushDoor door;
    private final SupplierNews news;

    KspDoor(PushDoor door, SupplierNews news) {
        this.door = door;
        this.news = news;
    }

    @PostMapping({ORDERS, CANCELS})
    ResponseEntity<Map<String, Object>> order(HttpServletRequest request) throws IOException {
        return take(
                request,
                (supplier, event) -> news.orderChanged(
                        supplier.supplier(),
                        event.text("eventId"),
                        event.at("data").text("orderNo")));
    }

    @PostMapping(PRODUCTS)
    ResponseEntity<Map<String, Object>> product(HttpServletRequest request) throws IOException {
        return take(
                request,
                (supplier, event) -> news.productChanged(
                        supplier.supplier(),
                        event.text("eventId"),
                        event.at("data").text("sku")));
    }

    private ResponseEntity<Map<String, Object>> take(
            HttpServletRequest request, BiConsumer<SupplierEndpoint, Document> work) throws IOException {
        var body = PushDoor.body(request);
        var timestamp = header(request, "X-KSP-Timestamp");
        var nonce = header(request, "X-KSP-Nonce");
        var claim = new Claim(
                Protocol.KSP,
                header(request, "X-KSP-Key"),
                timestamp,
                nonce,
                header(request, "X-KSP-Signature"),
                secret -> KspSignature.sign(
                        secret,
                        request.getMethod(),
                        request.getRequestURI(),
                        request.getQueryString(),
                        timestamp,
                        nonce,
                        body));
        return door.take(claim, body, request.getRemoteAddr(), work, HEARD);
    }

    private static String header(HttpServletRequest request, String name) {
        var value = request.getHeader(name);
        return value == null ? "" : value;
    }
}
