package org.kameng.tools.simulators.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.service.ecommercerefund.EcommerceRefundService;
import com.wechat.pay.java.service.ecommercerefund.model.CreateRefundRequest;
import com.wechat.pay.java.service.ecommercerefund.model.QueryRefundByOutRefundNoRequest;
import com.wechat.pay.java.service.ecommercerefund.model.Refund;
import com.wechat.pay.java.service.ecommercerefund.model.Refund4Create;
import com.wechat.pay.java.service.ecommercerefund.model.RefundReqAmount;
import com.wechat.pay.java.service.partnerpayments.nativepay.NativePayService;
import com.wechat.pay.java.service.partnerpayments.nativepay.model.Amount;
import com.wechat.pay.java.service.partnerpayments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.partnerpayments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.partnerpayments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.partnerpayments.nativepay.model.Transaction;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import okhttp3.OkHttpClient;

/** A platform that talks to the simulator through the official SDK, as our application does. */
final class SdkMerchant {
    static final String SELLER = "1900000109";
    static final URI SHOP = URI.create("http://127.0.0.1:8080");
    final RSAPublicKeyConfig config;
    final NativePayService payments;
    final EcommerceRefundService refunds;
    private final Properties merchant = new Properties();
    private final String notifyUrl;

    SdkMerchant(Path folder, URI channel, String notifyUrl) throws IOException {
        this.notifyUrl = notifyUrl;
        try (Reader in = Files.newBufferedReader(folder.resolve("merchant.properties"))) {
            merchant.load(in);
        }
        config = new RSAPublicKeyConfig.Builder()
                .merchantId(merchant.getProperty("sp_mchid"))
                .merchantSerialNumber(merchant.getProperty("merchant_serial"))
                .privateKeyFromPath(folder.resolve("merchant_private_key.pem").toString())
                .publicKeyFromPath(folder.resolve("platform_public_key.pem").toString())
                .publicKeyId(merchant.getProperty("platform_public_key_id"))
                .apiV3Key(merchant.getProperty("api_v3_key"))
                .build();
        var http = new OkHttpClient.Builder()
                .readTimeout(Duration.ofSeconds(2))
                .retryOnConnectionFailure(false)
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .url(chain.request()
                                .url()
                                .newBuilder()
                                .scheme("http")
                                .host(channel.getHost())
                                .port(channel.getPort())
                                .build())
                        .build()))
                .build();
        var client =
                new DefaultHttpClientBuilder().config(config).okHttpClient(http).build();
        payments = new NativePayService.Builder().httpClient(client).build();
        refunds = new EcommerceRefundService.Builder().httpClient(client).build();
    }

    PrepayRequest order(String outTradeNo, int fen) {
        var amount = new Amount();
        amount.setTotal(fen);
        amount.setCurrency("CNY");
        var request = new PrepayRequest();
        request.setSpAppid(merchant.getProperty("sp_appid"));
        request.setSpMchid(merchant.getProperty("sp_mchid"));
        request.setSubMchid(SELLER);
        request.setDescription("《星云远征》点卡 30");
        request.setOutTradeNo(outTradeNo);
        request.setNotifyUrl(notifyUrl + "/webhooks/wechat/payments");
        request.setAmount(amount);
        return request;
    }

    String prepay(String outTradeNo, int fen) {
        return payments.prepay(order(outTradeNo, fen)).getCodeUrl();
    }

    Transaction query(String outTradeNo) {
        var request = new QueryOrderByOutTradeNoRequest();
        request.setOutTradeNo(outTradeNo);
        request.setSpMchid(merchant.getProperty("sp_mchid"));
        request.setSubMchid(SELLER);
        return payments.queryOrderByOutTradeNo(request);
    }

    void close(String outTradeNo) {
        var request = new CloseOrderRequest();
        request.setOutTradeNo(outTradeNo);
        request.setSpMchid(merchant.getProperty("sp_mchid"));
        request.setSubMchid(SELLER);
        payments.closeOrder(request);
    }

    Refund4Create refund(String outRefundNo, String outTradeNo, long fen, long total) {
        var amount = new RefundReqAmount();
        amount.setRefund(fen);
        amount.setTotal(total);
        amount.setCurrency("CNY");
        var request = new CreateRefundRequest();
        request.setSubMchid(SELLER);
        request.setSpAppid(merchant.getProperty("sp_appid"));
        request.setOutTradeNo(outTradeNo);
        request.setOutRefundNo(outRefundNo);
        request.setReason("无货");
        request.setAmount(amount);
        request.setNotifyUrl(notifyUrl + "/webhooks/wechat/refunds");
        return refunds.createRefund(request);
    }

    Refund queryRefund(String outRefundNo) {
        var request = new QueryRefundByOutRefundNoRequest();
        request.setOutRefundNo(outRefundNo);
        request.setSubMchid(SELLER);
        return refunds.queryRefundByOutRefundNo(request);
    }
}
