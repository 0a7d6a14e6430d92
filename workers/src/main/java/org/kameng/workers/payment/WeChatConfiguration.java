package org.kameng.workers.payment;

import com.wechat.pay.java.core.notification.NotificationParser;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Builds the SDK's parts from the credentials folder; a missing key stops the start. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(WeChatSettings.class)
class WeChatConfiguration {
    @Bean
    Merchant merchant(WeChatSettings settings) {
        return Merchant.load(settings.credentials());
    }

    @Bean
    WeChatClient weChatClient(WeChatSettings settings, Merchant merchant) {
        return WeChatClient.open(settings, merchant);
    }

    @Bean
    Requests weChatRequests(Merchant merchant, @Value("${kameng.public-url}") String publicUrl) {
        return new Requests(merchant, publicUrl);
    }

    @Bean
    NoticeDoor noticeDoor(Merchant merchant, Clock clock) {
        return new NoticeDoor(new NotificationParser(merchant.config()), new SeenNonces(clock), clock);
    }
}
