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
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** What the whole domain needs from Spring; features bring their own beans. An application scans {@code org.kameng.domain}. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EntityScan
@EnableJpaRepositories
@PropertySource("classpath:kameng-domain.properties")
public class DomainConfiguration {
    private static final int PERIODIC_THREADS = 16;

    @Bean
    DialClock clock(@Value("${kameng.clock.dial:false}") boolean dial) {
        return new DialClock(Clock.systemUTC(), dial);
    }

    /**
     * Spring's own would run all periodic work on one thread: a supplier that is silent would keep payments from being asked about.
     * More threads than there are works, so that none waits for another.
     */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(PERIODIC_THREADS);
        scheduler.setThreadNamePrefix("periodic-");
        scheduler.setDaemon(true);
        return scheduler;
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
