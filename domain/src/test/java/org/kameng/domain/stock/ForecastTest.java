package org.kameng.domain.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void at_32_a_day_200_cards_are_empty_on_the_28th() {
        assertThat(Forecast.of(200, 448, 14, TODAY)).hasValue(new Forecast(448, 14, 320, LocalDate.of(2026, 11, 28)));
    }

    @Test
    void a_few_sales_are_no_pace() {
        assertThat(Forecast.of(200, 9, 14, TODAY)).isEmpty();
        assertThat(Forecast.of(200, 10, 14, TODAY)).isPresent();
        assertThat(Forecast.of(200, 10, 0, TODAY)).isEmpty();
    }

    @Test
    void a_new_offer_is_judged_by_its_own_days() {
        assertThat(Forecast.of(100, 100, 2, TODAY)).map(Forecast::emptyOn).hasValue(TODAY.plusDays(2));
    }

    @Test
    void nothing_left_is_empty_today_and_a_year_away_is_no_date() {
        assertThat(Forecast.of(0, 448, 14, TODAY)).map(Forecast::emptyOn).hasValue(TODAY);
        assertThat(Forecast.of(100_000, 10, 14, TODAY).orElseThrow().emptyOn()).isNull();
    }
}
