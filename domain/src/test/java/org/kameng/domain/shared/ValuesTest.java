package org.kameng.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final Clock LATE_EVENING_UTC =
            Clock.fixed(Instant.parse("2026-11-21T20:00:00.123456789Z"), ZoneOffset.UTC);

    @Test
    void money_is_shown_in_yuan_with_two_decimals() {
        assertThat(Money.ofFen(2940).toYuanText()).isEqualTo("29.40");
        assertThat(Money.ofFen(5).toYuanText()).isEqualTo("0.05");
        assertThat(Money.ofFen(-5).toYuanText()).isEqualTo("-0.05");
        assertThat(Money.ZERO.toYuanText()).isEqualTo("0.00");
        var random = new Random(7);
        for (var i = 0; i < 1000; i++) {
            var fen = random.nextLong();
            assertThat(Money.ofFen(fen).toYuanText())
                    .isEqualTo(BigDecimal.valueOf(fen, 2).toPlainString());
        }
        assertThat(Money.ofFen(Long.MIN_VALUE).toYuanText()).isEqualTo("-92233720368547758.08");
    }

    @Test
    void money_never_overflows_silently_and_never_mixes_currencies() {
        assertThat(Money.ofFen(3).plus(Money.ofFen(4)).minus(Money.ofFen(1)).times(5))
                .isEqualTo(Money.ofFen(30));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.ofFen(Long.MAX_VALUE).plus(Money.ofFen(1)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.ofFen(Long.MAX_VALUE).times(2));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.ofFen(1).plus(new Money(1, "USD")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, "yuan"));
    }

    @Test
    void business_numbers_carry_the_day_in_china_and_do_not_repeat() {
        var ids = new Ids(LATE_EVENING_UTC, new SecureRandom());
        var seen = new HashSet<String>();
        for (var i = 0; i < 10_000; i++) {
            var no = ids.next("KM");
            assertThat(no).matches("KM261122[0-9A-HJKMNP-TV-Z]{12}");
            seen.add(no);
        }
        assertThat(seen).hasSize(10_000);
        assertThat(ids.uuid().version()).isEqualTo(4);
        assertThat(ids.uuid().variant()).isEqualTo(2);
    }

    @Test
    void only_a_person_with_the_role_passes() {
        var sam = new Actor(new AccountId(UUID.randomUUID()), "Sam", Set.of(Role.SUPPORT_AGENT));
        sam.require(Role.FINANCE, Role.SUPPORT_AGENT);
        sam.requireStaff();
        var intruder = new Actor(null, "system:fake", Set.of(Role.ADMIN));
        for (var actor : List.of(Actor.guest(), Actor.system("x"), intruder)) {
            assertRefused(() -> actor.require(Role.values()));
            assertRefused(actor::requireStaff);
            assertRefused(actor::requireAccount);
        }
        assertRefused(() -> sam.require(Role.FINANCE));
        assertRefused(new Actor(new AccountId(UUID.randomUUID()), "C", Set.of(Role.CUSTOMER))::requireStaff);
    }

    @Test
    void a_person_cannot_pass_as_the_system() {
        assertThat(new Actor(new AccountId(UUID.randomUUID()), "system:x", Set.of()).isSystem())
                .isFalse();
        assertThat(Actor.guest().isSystem()).isFalse();
        assertThat(Actor.system("x").isSystem()).isTrue();
    }

    @Test
    void a_slice_knows_whether_more_follows() {
        var page = PageRequest.first(2);
        assertThat(Slice.of(List.of(1, 2, 3), page)).isEqualTo(new Slice<>(List.of(1, 2), true));
        assertThat(Slice.of(List.of(1, 2), page).map(i -> i * 2)).isEqualTo(new Slice<>(List.of(2, 4), false));
        assertThatIllegalArgumentException().isThrownBy(() -> PageRequest.first(201));
        assertThatIllegalArgumentException().isThrownBy(() -> new PageRequest(-1, 5));
    }

    @Test
    void the_dial_moves_the_clock_only_where_it_may() {
        var dial = new DialClock(LATE_EVENING_UTC, true);
        dial.setOffset(Duration.ofMinutes(15));
        assertThat(dial.instant()).isEqualTo(Instant.parse("2026-11-21T20:15:00.123456Z"));
        assertThat(dial.withZone(ZoneOffset.MAX).instant()).isEqualTo(dial.instant());
        assertThatIllegalArgumentException().isThrownBy(() -> dial.setOffset(Duration.ofSeconds(-1)));
        assertThatIllegalStateException()
                .isThrownBy(() -> new DialClock(LATE_EVENING_UTC, false).setOffset(Duration.ofMinutes(15)));
    }

    private static void assertRefused(Runnable act) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(act::run)
                .matches(refused -> refused.code() == ErrorCode.ACCESS_DENIED);
    }
}
