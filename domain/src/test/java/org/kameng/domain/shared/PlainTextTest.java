package org.kameng.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void a_reason_is_given_fits_and_names_no_phone() {
        assertThat(PlainText.reason(" 银行退票 0001 ", 20)).isEqualTo("银行退票 0001");
        assertThatThrownBy(() -> PlainText.reason(" \n", 20)).hasMessage("REASON_REQUIRED");
        assertThatThrownBy(() -> PlainText.reason("x".repeat(21), 20)).hasMessageContaining("INVALID_INPUT");
        for (var phone : new String[] {"13812345678", "客户 13812345678 来电", "+8613812345678"})
            assertThatThrownBy(() -> PlainText.reason(phone, 50)).as(phone).hasMessage("PHONE_IN_TEXT");
        assertThat(PlainText.reason("KM2611220F3K9Q 138123456789", 50)).startsWith("KM");
    }

    @Test
    void no_character_is_halved() {
        assertThat(PlainText.cut("ab🎮", 3)).isEqualTo("ab🎮");
        assertThat(PlainText.cut("ab🎮c", 3)).isEqualTo("ab🎮");
        assertThat(PlainText.cut("🎮🎮", 1)).isEqualTo("🎮");
    }
}
