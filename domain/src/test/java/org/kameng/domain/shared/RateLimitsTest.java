package org.kameng.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;

class RateLimitsTest {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final DomainTestContext domain = DomainTestContext.shared();
    private final RateLimits limits = domain.bean(RateLimits.class);
    private final String scope = "test-" + UUID.randomUUID();

    @Test
    void more_than_the_limit_is_refused_until_the_window_ends() {
        for (var i = 0; i < 3; i++) limits.take(scope, "k", 3, WINDOW);
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> limits.take(scope, "k", 3, WINDOW))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                    assertThat((long) refused.args().getFirst()).isBetween(1L, 60L);
                });
        limits.take(scope, "another key", 3, WINDOW);
        domain.clock().advance(WINDOW);
        limits.take(scope, "k", 3, WINDOW);
    }

    @Test
    void a_burst_gets_exactly_the_limit() throws Exception {
        var tries = new ArrayList<Callable<Boolean>>();
        for (var n = 0; n < 40; n++)
            tries.add(() -> {
                try {
                    limits.take(scope, "k", 7, WINDOW);
                    return true;
                } catch (DomainException refused) {
                    return false;
                }
            });
        var passed = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var result : threads.invokeAll(tries)) passed += result.get() ? 1 : 0;
        }
        assertThat(passed).isEqualTo(7);
    }

    @Test
    void ended_windows_are_swept_and_keys_never_lie_in_clear() {
        limits.take(scope, "13800000001", 3, WINDOW);
        assertThat(rows()).isEqualTo(1);
        assertThat(domain.sql()
                        .sql(
                                "select count(*) from rate_window where position(convert_to('13800000001', 'UTF8') in key_index) > 0")
                        .query(Long.class)
                        .single())
                .isZero();
        domain.clock().advance(WINDOW.multipliedBy(2));
        while (domain.bean(JdbcRateLimits.class).sweep(100) == 100)
            assertThat(rows()).isNotNegative();
        assertThat(rows()).isZero();
    }

    private long rows() {
        return domain.sql()
                .sql("select count(*) from rate_window where scope = :scope")
                .param("scope", scope)
                .query(Long.class)
                .single();
    }
}
