package org.kameng.tools.simulators.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayConfig;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.domain.AlipayTradeCloseModel;
import com.alipay.api.domain.AlipayTradeFastpayRefundQueryModel;
import com.alipay.api.domain.AlipayTradePrecreateModel;
import com.alipay.api.domain.AlipayTradeQueryModel;
import com.alipay.api.domain.AlipayTradeRefundModel;
import com.alipay.api.domain.SettleDetailInfo;
import com.alipay.api.domain.SettleInfo;
import com.alipay.api.domain.SubMerchant;
import com.alipay.api.internal.util.AlipayLogger;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradePrecreateRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.alipay.api.response.AlipayTradeCloseResponse;
import com.alipay.api.response.AlipayTradeFastpayRefundQueryResponse;
import com.alipay.api.response.AlipayTradePrecreateResponse;
import com.alipay.api.response.AlipayTradeQueryResponse;
import com.alipay.api.response.AlipayTradeRefundResponse;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** A platform that talks to the simulator through the official SDK, as our application does. */
final class SdkApp {
    static final String SMID = "2088000000000101";
    static final URI SHOP = URI.create("http://127.0.0.1:8080");
    final String alipayKey;
    private final AlipayClient client;
    private final String notifyUrl;

    SdkApp(Path folder, URI channel, String notifyUrl) throws IOException, AlipayApiException {
        AlipayLogger.setNeedEnableLogger(false);
        this.notifyUrl = notifyUrl;
        this.alipayKey = key(folder.resolve("alipay_public_key.pem"));
        var app = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve("app.properties"))) {
            app.load(in);
        }
        var config = new AlipayConfig();
        config.setServerUrl(channel.resolve("/gateway.do").toString());
        config.setAppId(app.getProperty("app_id"));
        config.setPrivateKey(key(folder.resolve("app_private_key.pem")));
        config.setAlipayPublicKey(alipayKey);
        config.setConnectTimeout(1000);
        config.setReadTimeout(2000);
        client = new DefaultAlipayClient(config);
    }

    static String key(Path pem) throws IOException {
        return Files.readString(pem).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    }

    static AlipayTradePrecreateModel order(String outTradeNo, String yuan) {
        var merchant = new SubMerchant();
        merchant.setMerchantId(SMID);
        var detail = new SettleDetailInfo();
        detail.setTransInType("defaultSettle");
        detail.setAmount(yuan);
        var settle = new SettleInfo();
        settle.setSettleDetailInfos(List.of(detail));
        settle.setSettlePeriodTime("7d");
        var order = new AlipayTradePrecreateModel();
        order.setOutTradeNo(outTradeNo);
        order.setTotalAmount(yuan);
        order.setSubject("《星云远征》点卡 30");
        order.setSubMerchant(merchant);
        order.setSettleInfo(settle);
        return order;
    }

    AlipayTradePrecreateResponse precreate(AlipayTradePrecreateModel order) throws AlipayApiException {
        var request = new AlipayTradePrecreateRequest();
        request.setBizModel(order);
        request.setNotifyUrl(notifyUrl);
        return client.execute(request);
    }

    String code(String outTradeNo, String yuan) throws AlipayApiException {
        return precreate(order(outTradeNo, yuan)).getQrCode();
    }

    AlipayTradeQueryResponse query(String outTradeNo) throws AlipayApiException {
        var model = new AlipayTradeQueryModel();
        model.setOutTradeNo(outTradeNo);
        var request = new AlipayTradeQueryRequest();
        request.setBizModel(model);
        return client.execute(request);
    }

    AlipayTradeCloseResponse close(String outTradeNo) throws AlipayApiException {
        var model = new AlipayTradeCloseModel();
        model.setOutTradeNo(outTradeNo);
        var request = new AlipayTradeCloseRequest();
        request.setBizModel(model);
        return client.execute(request);
    }

    AlipayTradeRefundResponse refund(String number, String outTradeNo, String yuan) throws AlipayApiException {
        var model = new AlipayTradeRefundModel();
        model.setOutTradeNo(outTradeNo);
        model.setOutRequestNo(number);
        model.setRefundAmount(yuan);
        model.setRefundReason("无货");
        var request = new AlipayTradeRefundRequest();
        request.setBizModel(model);
        return client.execute(request);
    }

    AlipayTradeFastpayRefundQueryResponse queryRefund(String number, String outTradeNo) throws AlipayApiException {
        var model = new AlipayTradeFastpayRefundQueryModel();
        model.setOutTradeNo(outTradeNo);
        model.setOutRequestNo(number);
        var request = new AlipayTradeFastpayRefundQueryRequest();
        request.setBizModel(model);
        return client.execute(request);
    }
}
