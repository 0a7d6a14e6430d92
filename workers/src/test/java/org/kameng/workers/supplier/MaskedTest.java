package org.kameng.workers.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedTest {
    private static String masked(String json, String... accounts) {
        return Masked.of(json.getBytes(StandardCharsets.UTF_8), List.of(accounts));
    }

    @Test
    void an_account_is_hidden_under_whatever_name_and_in_whatever_words() {
        assertThat(masked("""
                        {"biz_content":"{\\"qq\\":\\"1234567890\\",\\"buy_num\\":1}","nickname":"风一样的少年",
                         "remark":"账号1234567890不存在","again":1234567890,"server":"1","price":"1.00"}""", "1234567890", "风一样的少年", "1"))
                .doesNotContain("1234567890", "风一样的少年")
                .contains("***7890", "\"price\":\"1.00\"", "\"server\":\"***\"");
    }

    @Test
    void a_field_that_was_left_empty_hides_nothing() {
        assertThat(masked("{\"state\":\"done\"}", "")).isEqualTo("{\"state\":\"done\"}");
    }
}
