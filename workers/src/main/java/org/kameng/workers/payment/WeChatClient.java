package org.kameng.workers.payment;

import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.service.ecommercerefund.EcommerceRefundService;
import com.wechat.pay.java.service.partnerpayments.nativepay.NativePayService;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** The SDK's services over one pooled HTTP client with time limits. */
record WeChatClient(NativePayService payments, EcommerceRefundService refunds) {
    private static final int IDLE_CONNECTIONS = 32;
    private static final int IDLE_MINUTES = 4;

    static WeChatClient open(WeChatSettings settings, WeChatMerchant merchant) {
        var http = new OkHttpClient.Builder()
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .writeTimeout(settings.readTimeout())
                .callTimeout(settings.callTimeout())
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_MINUTES, TimeUnit.MINUTES))
                .addInterceptor(to(settings.baseUrl()))
                .build();
        var client = new DefaultHttpClientBuilder()
                .config(merchant.config())
                .okHttpClient(http)
                .build();
        return new WeChatClient(
                new NativePayService.Builder().httpClient(client).build(),
                new EcommerceRefundService.Builder().httpClient(client).build());
    }

    // The SDK's host is an enum; the signature does not cover the host, so it can be changed on the way out.
    private static Interceptor to(URI baseUrl) {
        var base = Objects.requireNonNull(HttpUrl.get(baseUrl), "kameng.wechat.base-url");
        return chain -> {
            var url = chain.request()
                    .url()
                    .newBuilder()
                    .scheme(base.scheme())
                    .host(base.host())
                    .port(base.port())
                    .build();
            return chain.proceed(chain.request().newBuilder().url(url).build());
        };
    }
}
