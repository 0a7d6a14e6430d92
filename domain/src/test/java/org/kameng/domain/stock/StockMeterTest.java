package org.kameng.domain.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.audit.AuditRow;
import org.kameng.domain.catalog.OfferRow;
import org.kameng.domain.catalog.SkuKind;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.stock.StockFilter.Look;
import org.kameng.domain.stock.StockWatch.Kind;
import org.kameng.domain.supplier.SupplierShop;

class StockMeterTest {
    private final ShopFixture shop = new ShopFixture();
    private final StockMeter meter = shop.bean(StockMeter.class);
    private final OfferWalk watch = walk(Kind.LOW, Kind.AT_RISK);
    private final ShopFixture.Offer offer = shop.offer();

    @Test
    void ledger_and_count_agree_through_an_orders_life_and_every_difference_to_the_shop_has_its_column() {
        var today = ShopTime.today(shop.context().clock());
        shop.addCards(offer, 6, "");
        shop.addCards(offer, 2, today.plusDays(20).toString());
        shop.addCards(offer, 1, today.plusDays(2).toString());
        var paid = shop.placed(shop.customer(), offer, 3);
        shop.pay(paid, offer, 3);
        shop.bean(OrderService.class).deliverFromStock(paid);
        shop.placed(shop.customer(), offer, 1);
        var row = row();
        assertThat(row.brought()).isEqualTo(9);
        assertThat(row.delivered()).isEqualTo(3);
        assertThat(row.ledger()).isEqualTo(6);
        assertThat(row.sellable()).isEqualTo(4);
        assertThat(row.reserved()).isEqualTo(1);
        assertThat(row.belowPromise()).isEqualTo(1);
        assertThat(row.atRisk())
                .as("the two that die in 20 days were sold first")
                .isZero();
        assertThat(row.drift()).isZero();
        shop.context().clock().advance(Duration.ofDays(3));
        assertThat(row().expired()).isEqualTo(1);
        assertThat(row().drift()).isZero();
    }

    @Test
    void a_card_that_vanished_is_a_drift_with_an_alert_until_it_is_back() {
        var report = shop.addCards(offer, 3, "");
        set("update card_batch set cards = 4 where id = " + report.batchId());
        walk(Kind.DRIFT).sweep(10_000);
        assertThat(row().drift()).isEqualTo(1);
        assertThat(found(Look.DRIFT)).isTrue();
        set("update card_batch set cards = 3 where id = " + report.batchId());
        walk(Kind.DRIFT).sweep(10_000);
        assertThat(found(Look.DRIFT)).isFalse();
        assertThat(told(Look.DRIFT)).containsExactly("stock.alert-cleared", "stock.alert-raised");
    }

    @Test
    void few_cards_raise_one_alert_that_clears_itself() {
        shop.addCards(offer, 9, "");
        watch.sweep(10_000);
        watch.sweep(10_000);
        assertThat(found(Look.LOW)).isTrue();
        assertThat(found(Look.ALERTS)).isTrue();
        assertThat(row().lowSince()).isNotNull();
        assertThat(meter.alerts(ShopFixture.OPERATOR).low()).isPositive();
        shop.addCards(offer, 1, "");
        watch.sweep(10_000);
        assertThat(found(Look.LOW)).isFalse();
        assertThat(told(Look.LOW)).containsExactly("stock.alert-cleared", "stock.alert-raised");
        set("update offer set low_stock = 11 where sku_code = '" + offer.sku() + "'");
        watch.sweep(10_000);
        assertThat(found(Look.LOW)).isTrue();
        set("update offer set low_stock = 0 where sku_code = '" + offer.sku() + "'");
        watch.sweep(10_000);
        assertThat(found(Look.LOW)).as("zero turns the watch off").isFalse();
    }

    @Test
    void a_direct_top_up_is_listed_with_what_its_suppliers_can_give_and_is_low_when_they_have_little() {
        var suppliers = new SupplierShop(shop);
        var source = suppliers.source(offer, suppliers.supplier(), 2500);
        suppliers.direct(offer);
        watch.sweep(10_000);
        assertThat(row().kind()).isEqualTo(SkuKind.DIRECT);
        assertThat(row().shown()).as("unlimited").isEqualTo(OfferRow.PLENTY);
        assertThat(found(Look.LOW)).isFalse();
        set("update source set stock = 9 where id = " + source);
        watch.sweep(10_000);
        assertThat(row().shown()).isEqualTo(9);
        assertThat(row().drift()).isZero();
        assertThat(found(Look.LOW)).isTrue();
        set("update source set paused_at = refresh_at, pause_reason = 'by hand' where id = " + source);
        assertThat(row().shown()).as("a paused source gives nothing").isZero();
    }

    @Test
    void what_the_shop_shows_of_cards_is_ours_and_the_best_suppliers() {
        var suppliers = new SupplierShop(shop);
        var source = suppliers.source(offer, suppliers.supplier(), 2500);
        suppliers.source(offer, suppliers.supplier(), 2500);
        set("update source set stock = id - " + source + " + 5 where id >= " + source);
        shop.addCards(offer, 3, "");
        assertThat(row().sellable()).isEqualTo(3);
        assertThat(row().shown())
                .as("one supplier is asked for a unit, not both")
                .isEqualTo(9);
    }

    @Test
    void the_walk_over_all_offers_goes_on_from_range_to_range_and_begins_again() {
        watch.sweep(10_000);
        shop.addCards(offer, 9, "");
        for (var looked = watch.sweep(3); looked == 3; looked = watch.sweep(3)) {}
        assertThat(found(Look.LOW)).isTrue();
        shop.addCards(offer, 1, "");
        for (var looked = watch.sweep(3); looked == 3; looked = watch.sweep(3)) {}
        assertThat(found(Look.LOW)).isFalse();
    }

    @Test
    void cards_that_will_break_the_promise_within_thirty_days_are_told() {
        var today = ShopTime.today(shop.context().clock());
        shop.addCards(offer, 1, today.plusDays(37).toString());
        watch.sweep(10_000);
        assertThat(found(Look.AT_RISK)).isFalse();
        shop.addCards(offer, 1, today.plusDays(36).toString());
        watch.sweep(10_000);
        assertThat(found(Look.AT_RISK)).isTrue();
        assertThat(row().atRisk()).isEqualTo(1);
    }

    @Test
    void the_pace_of_the_last_days_foretells_when_it_runs_out_and_counting_again_changes_nothing() {
        shop.addCards(offer, 40, "");
        for (var day = 0; day < 2; day++) {
            for (var n = 0; n < 3; n++) {
                var no = shop.placed(shop.customer(), offer, 2);
                shop.pay(no, offer, 2);
                shop.bean(OrderService.class).deliverFromStock(no);
            }
            shop.context().clock().advance(Duration.ofDays(1));
        }
        assertThat(row().forecast()).as("not counted yet").isNull();
        shop.bean(SalesPace.class).sweep(1);
        shop.bean(SalesPace.class).sweep(1);
        var today = ShopTime.today(shop.context().clock());
        assertThat(row().forecast()).isEqualTo(new Forecast(12, 2, 60, today.plusDays(4)));
        assertThat(row().sellable()).isEqualTo(28);
    }

    @Test
    void only_those_who_keep_the_stock_may_look() {
        assertThatThrownBy(() -> meter.read(ShopFixture.SUPPORT, StockFilter.ALL, PageRequest.first(1)))
                .hasMessageContaining("ACCESS_DENIED");
        assertThat(meter.read(DomainTestContext.person("ada", Role.AUDITOR), StockFilter.ALL, PageRequest.first(1))
                        .rows())
                .hasSize(1);
    }

    private StockRow row() {
        return meter.read(ShopFixture.OPERATOR, filter(Look.ALL), PageRequest.first(200)).rows().stream()
                .filter(row -> row.offer().sku().equals(offer.sku()))
                .findFirst()
                .orElseThrow();
    }

    private OfferWalk walk(Kind... kinds) {
        return new OfferWalk("test", Duration.ZERO, List.of(kinds), shop.bean(StockWatch.class));
    }

    private boolean found(Look look) {
        return meter.read(ShopFixture.OPERATOR, filter(look), PageRequest.first(200)).rows().stream()
                .anyMatch(row -> row.offer().sku().equals(offer.sku()));
    }

    private StockFilter filter(Look look) {
        return new StockFilter(offer.sku().value(), look);
    }

    private List<String> told(Look kind) {
        var no = offer.sku() + "@" + offer.seller();
        return shop
                .bean(AuditQuery.class)
                .of(DomainTestContext.person("ada", Role.AUDITOR), "offer", no, PageRequest.first(20))
                .rows()
                .stream()
                .filter(row -> kind.name().equals(row.facts().get("kind")))
                .map(AuditRow::what)
                .toList();
    }

    private void set(String sql) {
        try (var owner = shop.context().ownerConnection();
                var statement = owner.createStatement()) {
            statement.executeUpdate(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
