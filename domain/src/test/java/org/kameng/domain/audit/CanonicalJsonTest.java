package org.kameng.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.Role;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {
    @Test
    void keys_are_sorted_and_values_have_one_form() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("z", List.of(1, true, Role.FINANCE));
        facts.put("a", Money.ofFen(2940));
        facts.put("卡", "\"line\nbreak\\ 密");
        facts.put("at", Instant.parse("2026-11-22T04:00:00.000001Z"));
        assertThat(text(facts))
                .isEqualTo("{\"a\":{\"currency\":\"CNY\",\"fen\":2940},\"at\":\"2026-11-22T04:00:00.000001Z\","
                        + "\"z\":[1,true,\"FINANCE\"],\"卡\":\"\\\"line\\u000abreak\\\\ 密\"}");
    }

    @Test
    void the_order_of_insertion_never_matters_and_every_text_survives() {
        var random = new Random(20261122);
        for (var round = 0; round < 500; round++) {
            var keys = random.ints(1 + random.nextInt(8), 0, 1000)
                    .mapToObj(i -> "k" + i)
                    .distinct()
                    .toList();
            var forward = new LinkedHashMap<String, Object>();
            for (var key : keys) forward.put(key, anyText(random));
            var backward = new LinkedHashMap<String, Object>();
            for (var key : keys.reversed()) backward.put(key, forward.get(key));
            assertThat(CanonicalJson.bytes(backward)).as("round %d", round).isEqualTo(CanonicalJson.bytes(forward));
            assertThat(JsonMapper.builder().build().readValue(CanonicalJson.bytes(forward), Map.class))
                    .isEqualTo(forward);
        }
    }

    @Test
    void what_has_no_single_form_is_refused() {
        for (Object value :
                new Object[] {0.1, new Object(), "half \uD83D", Map.of(1, "x"), Collections.singletonList(null)})
            assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(Map.of("v", value)));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(Collections.singletonMap("v", null)));
    }

    private static String anyText(Random random) {
        return random.ints(random.nextInt(20), 0, 0x3000)
                .filter(c -> !Character.isSurrogate((char) c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String text(Map<String, ?> facts) {
        return new String(CanonicalJson.bytes(facts), StandardCharsets.UTF_8);
    }
}
