package org.kameng.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;

class PasswordRulesTest {
    private static final String LOGIN = "13800000001";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123", "Password2026!", "P@ssw0rd1234", "passwordpassword", "1234567890", "0987654321",
                        "123123123123",
                "aaaaaaaaaaaa", "1111111111", "qwertyuiop", "QWERTYUIOP123", "1qaz2wsx3edc", "1q2w3e4r5t",
                        "asdfghjkl123",
                "iloveyou520", "woaini1314520", "5201314520", "qq123456789", "abc1234567890", "Kameng2026!!",
                        "letmein!!!!!",
                "Michael1985", "sunshine99999", "superman!2024", "Dragon_123456", "147258369147", "Summer2026!",
                        "october2026",
                "wodemima888", "admin@123456", "welcome12345", "a1b2c3d4e5f6", "13800000001", "x13800000001",
                        "hunter2hunter2",
                "football!2026", "zhangwei1990", "1234qwer1234", "passw0rdpassw0rd", "  password  "
            })
    void what_everybody_tries_first_is_refused(String password) {
        assertRefused(password, ErrorCode.PASSWORD_TOO_COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kameng-demo-1",
                "sieben blaue Schiffe",
                "correct donkey battery",
                "蓝色的七条船在海上航行",
                "tR9#kkq2Lm",
                "vx7plorengate",
                "   seven ships   "
            })
    void everything_else_of_ten_characters_is_welcome_whatever_its_alphabet(String password) {
        assertThatNoException().isThrownBy(() -> PasswordRules.check(password, LOGIN));
    }

    @Test
    void length_is_counted_in_characters_as_people_see_them() {
        assertRefused("tR9#kkq2L", ErrorCode.PASSWORD_TOO_SHORT);
        assertRefused("🐉🚢🎲🧊🌊", ErrorCode.PASSWORD_TOO_SHORT);
        assertRefused("ab3 ".repeat(33), ErrorCode.PASSWORD_TOO_LONG);
        assertRefused("", ErrorCode.PASSWORD_TOO_SHORT);
    }

    @Test
    void a_refusal_never_repeats_the_password() {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> PasswordRules.check("password123", LOGIN))
                .satisfies(refused ->
                        assertThat(refused.getMessage() + refused.args()).doesNotContain("password123"));
    }

    private static void assertRefused(String password, ErrorCode code) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> PasswordRules.check(password, LOGIN))
                .matches(refused -> refused.code() == code);
    }
}
