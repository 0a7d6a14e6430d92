package org.kameng.workers.payment;

import com.wechat.pay.java.core.notification.NotificationParser;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the SDK's parts from the credentials folder; a missing key stops the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WeChatSettings.class)
class WeChatConfiguration {
    @Bean
    WeChatMerchant weChatMerchant(WeChatSettings settings) {
        return WeChatMerchant.load(settings.credentials());
    }

    @Bean
    WeChatClient weChatClient(WeChatSettings settings, WeChatMerchant merchant) {
        return WeChatClient.open(settings, merchant);
    }

    @Bean
    WeChatRequests weChatRequests(WeChatMerchant merchant, @Value("${kameng.public-url}") String publicUrl) {
        return new WeChatRequests(merchant, publicUrl);
    }

    @Bean
    WeChatDoor weChatDoor(WeChatMerchant merchant, Clock clock) {
        return new WeChatDoor(new NotificationParser(merchant.config()), new Freshness(clock));
    }
}
