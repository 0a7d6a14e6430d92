package org.kameng.ui.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kameng.domain.catalog.OfferId;
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

    private static StockRow row(int sellable, int lost, @Nullable Told told, @Nullable Forecast forecast) {
        return new StockRow(
                new OfferId(Goods.SKU, Goods.SELLER),
                "点卡",
                "Card",
                "星舟",
                sellable + lost,
                0,
                0,
                sellable,
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
