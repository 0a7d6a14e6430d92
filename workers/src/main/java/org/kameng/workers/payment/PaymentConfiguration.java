package org.kameng.workers.payment;

import java.util.List;
import org.kameng.domain.payment.PaymentChannel;
import org.kameng.domain.payment.PaymentChannels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** All channels under one roof. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PaymentConfiguration {
    @Bean
    PaymentChannels paymentChannels(List<PaymentChannel> connected) {
        return new PaymentChannels(connected);
    }
}
