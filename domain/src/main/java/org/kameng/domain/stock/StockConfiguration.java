package org.kameng.domain.stock;

import java.time.Duration;
import java.util.List;
import org.kameng.domain.stock.StockWatch.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How often the stock of all offers is looked at; comparing all books is the dear look and the rare one. */
@Configuration(proxyBeanMethods = false)
class StockConfiguration {
    @Bean
    OfferWalk stockWatchWalk(StockWatch watch) {
        return new OfferWalk("stock-watch", Duration.ofMinutes(5), List.of(Kind.LOW, Kind.AT_RISK), watch);
    }

    @Bean
    OfferWalk stockDriftWalk(StockWatch watch) {
        return new OfferWalk("stock-drift", Duration.ofHours(1), List.of(Kind.DRIFT), watch);
    }
}
