package org.kameng.workers.payment;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayConfig;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipayLogger;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the SDK's parts from the credentials folder; a missing key stops the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlipaySettings.class)
class AlipayConfiguration {
    @Bean
    AlipayApp alipayApp(AlipaySettings settings) {
        return AlipayApp.load(settings.credentials());
    }

    @Bean
    AlipayClient alipayClient(AlipaySettings settings, AlipayApp app) throws AlipayApiException {
        return client(settings, app);
    }

    static AlipayClient client(AlipaySettings settings, AlipayApp app) throws AlipayApiException {
        // Left alone it writes whole requests with their signatures to the log.
        AlipayLogger.setNeedEnableLogger(false);
        var config = new AlipayConfig();
        config.setServerUrl(settings.baseUrl().resolve("/gateway.do").toString());
        config.setAppId(app.appId());
        config.setPrivateKey(app.appKey());
        config.setAlipayPublicKey(app.alipayKey());
        config.setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()));
        config.setReadTimeout(Math.toIntExact(settings.readTimeout().toMillis()));
        return new DefaultAlipayClient(config);
    }

    @Bean
    AlipayRequests alipayRequests(@Value("${kameng.public-url}") String publicUrl) {
        return new AlipayRequests(publicUrl);
    }

    @Bean
    AlipayDoor alipayDoor(AlipayApp app, Clock clock) {
        return new AlipayDoor(app, new Freshness(clock));
    }
}
