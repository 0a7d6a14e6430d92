package org.kameng.ui.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kameng.domain.catalog.OfferId;
import org.kameng.domain.catalog.OfferRow;
import org.kameng.domain.catalog.SkuKind;
import org.kameng.domain.catalog.SuppliedStock.Told;
import org.kameng.domain.stock.Forecast;
import org.kameng.domain.stock.StockRow;
import org.kameng.ui.doubles.Goods;
import org.kameng.ui.doubles.ViewTest;

class StockWordsTest extends ViewTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void a_forecast_says_how_it_was_reckoned() {
        var forecast = new Forecast(448, 14, 320, LocalDate.of(2026, 11, 28));
        assertThat(StockWords.forecast(row(200, 0, null, forecast)).getElement().getTextRecursively())
                .isEqualTo("448 sold in 14 days: at 32.0 a day empty on 2026-11-28");
        assertThat(StockWords.forecast(row(200, 0, null, null)).getElement().getTextRecursively())
                .contains("no forecast");
    }

    @Test
    void books_that_disagree_are_said_so_and_nothing_is_said_when_they_agree() {
        assertThat(StockWords.difference(row(5, 1, null, null)).getElement().getTextRecursively())
                .contains("disagree by 1");
        assertThat(StockWords.difference(row(5, 0, null, null)).getElement().getTextRecursively())
                .isEqualTo("no difference");
    }

    @Test
    void a_supplier_without_stock_is_marked_while_we_still_sell() {
        var none = new Told("Xingzhou", 0, true, NOW.minusSeconds(90));
        assertThat(StockWords.supplied(row(5, 0, none, null), NOW).getElement().getTextRecursively())
                .contains("Xingzhou tells 0")
                .contains("supplier has none");
        assertThat(StockWords.supplied(row(5, 0, null, null), NOW).getElement().getTextRecursively())
                .isEqualTo("not told");
    }

    @Test
    void what_the_shop_shows_is_told_apart_by_whose_it_is() {
        assertThat(StockWords.shown(row(SkuKind.CARD, 5, 0, 0, null, null))
                        .getElement()
                        .getTextRecursively())
                .isEqualTo("5");
        assertThat(StockWords.shown(row(SkuKind.CARD, 5, 7, 0, null, null))
                        .getElement()
                        .getTextRecursively())
                .contains("12")
                .contains("cards 5 + supplier 7");
        assertThat(StockWords.shown(row(SkuKind.DIRECT, 0, OfferRow.PLENTY, 0, null, null))
                        .getElement()
                        .getTextRecursively())
                .contains("In stock");
    }

    @Test
    void a_top_up_has_no_ledger_and_its_suppliers_emptiness_is_ours() {
        var none = new Told("Xingzhou", 0, true, NOW.minusSeconds(90));
        var row = row(SkuKind.DIRECT, 0, 0, 0, none, new Forecast(28, 14, 20, LocalDate.of(2026, 11, 22)));
        assertThat(StockWords.ledger(row).getElement().getTextRecursively()).contains("no cards kept");
        assertThat(StockWords.difference(row).getElement().getTextRecursively()).isEqualTo("topped up 0");
        assertThat(StockWords.supplied(row, NOW).getElement().getTextRecursively())
                .contains("supplier has none");
        assertThat(StockWords.forecast(row).getElement().getTextRecursively()).contains("nothing left to sell");
    }

    private static StockRow row(int sellable, int lost, @Nullable Told told, @Nullable Forecast forecast) {
        return row(SkuKind.CARD, sellable, 0, lost, told, forecast);
    }

    private static StockRow row(
            SkuKind kind, int sellable, int bought, int lost, @Nullable Told told, @Nullable Forecast forecast) {
        return new StockRow(
                new OfferId(Goods.SKU, Goods.SELLER),
                kind,
                "点卡",
                "Card",
                "星舟",
                sellable + lost,
                0,
                0,
                sellable,
                bought,
                0,
                0,
                0,
                0,
                10,
                null,
                told,
                forecast);
    }
}
