package org.kameng.domain.demo;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The demonstration is only there where {@code kameng.demo=true} asks for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "kameng.demo", havingValue = "true")
class DemoConfiguration {
    @Bean
    @Order(0)
    ApplicationRunner loadDemoData(DemoData demo) {
        return arguments -> demo.load();
    }
}
