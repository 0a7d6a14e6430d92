package org.kameng.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.kameng.domain.ShopFixture;
import org.springframework.jdbc.core.simple.JdbcClient;

class OrderReadsTest {
    private final ShopFixture shop = new ShopFixture();

    @Test
    void one_order_is_read_with_one_connection() {
        var no = shop.placed(shop.customer(), shop.offerWithCards(2), 2);
        var of = shop.bean(HikariDataSource.class);
        var config = new HikariConfig();
        config.setJdbcUrl(of.getJdbcUrl());
        config.setUsername(of.getUsername());
        config.setPassword(of.getPassword());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(2000);
        try (var pool = new HikariDataSource(config)) {
            var view = new OrderReads(JdbcClient.create(pool)).view(no).orElseThrow();
            assertThat(view.lines()).singleElement().satisfies(line -> {
                assertThat(line.quantity()).isEqualTo(2);
                assertThat(line.reserved()).isEqualTo(2);
            });
        }
    }
}
