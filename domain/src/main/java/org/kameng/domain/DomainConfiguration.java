package org.kameng.domain;

import java.security.SecureRandom;
import java.time.Clock;
import org.kameng.domain.shared.DialClock;
import org.kameng.domain.shared.Ids;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What the whole domain needs from Spring; features bring their own beans. An application scans {@code org.kameng.domain}. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EntityScan
@EnableJpaRepositories
@PropertySource("classpath:kameng-domain.properties")
public class DomainConfiguration {
    @Bean
    DialClock clock(@Value("${kameng.clock.dial:false}") boolean dial) {
        return new DialClock(Clock.systemUTC(), dial);
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    Ids ids(Clock clock, SecureRandom random) {
        return new Ids(clock, random);
    }
}
