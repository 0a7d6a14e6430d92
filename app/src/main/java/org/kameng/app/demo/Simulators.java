package org.kameng.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.shared.RemoteCalls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What people do at the simulators: pay with a wallet, and make one order of a supplier go wrong. */
@Component
@ConditionalOnProperty("kameng.demo.stories")
@EnableConfigurationProperties(SupplierAddresses.class)
class Simulators {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PAID_BEFORE = 409;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<Channel, URI> channels;
    private final SupplierAddresses suppliers;

    Simulators(
            @Value("${kameng.wechat.base-url}") URI wechat,
            @Value("${kameng.alipay.base-url}") URI alipay,
            SupplierAddresses suppliers) {
        this.channels = Map.of(Channel.WECHAT, wechat, Channel.ALIPAY, alipay);
        this.suppliers = suppliers;
    }

    boolean isPaid(Channel channel, String outTradeNo) {
        var answer = send(HttpRequest.newBuilder(at(channel, "/control/order?out_trade_no=" + outTradeNo)));
        return JSON.readTree(accepted(answer)).path("paidAt").isString();
    }

    /** Pays once: a second time changes nothing. */
    void pay(StoryOrder.Payment payment, String outTradeNo) {
        var wish = JSON.createObjectNode().put("outTradeNo", outTradeNo);
        wish.set("trouble", JSON.readTree(payment.trouble()));
        var answer = send(post(at(payment.channel(), "/control/pay"), wish.toString()));
        if (answer.statusCode() != PAID_BEFORE) accepted(answer);
    }

    void prepare(StoryOrder.Trouble trouble, SkuId sku) {
        var supplier = Objects.requireNonNull(suppliers.urls().get(trouble.supplier()));
        var address = supplier.resolve("/control/products/" + sku.value() + "/next-order");
        accepted(send(post(address, trouble.knobs())));
    }

    private URI at(Channel channel, String path) {
        return Objects.requireNonNull(channels.get(channel)).resolve(path);
    }

    private static HttpRequest.Builder post(URI address, String json) {
        return HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(json));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        RemoteCalls.assertNoConnectionHeld();
        try {
            return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String accepted(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300)
            throw new IllegalStateException(answer.uri().getPath() + " answered " + answer.statusCode());
        return answer.body();
    }
}
