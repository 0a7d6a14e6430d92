package org.kameng.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kameng.domain.shared.RowVersions;

class ChangeFeedTest {
    private final Map<String, Long> rows = new ConcurrentHashMap<>();
    private final List<Collection<String>> questions = new ArrayList<>();
    private final RowVersions versions = (kind, nos) -> {
        questions.add(nos);
        var found = new HashMap<>(rows);
        found.keySet().retainAll(nos);
        return found;
    };
    private final ChangeFeed feed = new ChangeFeed(versions);
    private final List<String> told = new ArrayList<>();

    @Test
    void a_page_is_told_once_of_each_change() {
        rows.put("A", 1L);
        feed.watch("order", "A", 1, () -> told.add("A"));
        feed.round();
        assertThat(told).isEmpty();
        rows.put("A", 2L);
        feed.round();
        feed.round();
        assertThat(told).containsExactly("A");
    }

    @Test
    void a_smaller_version_is_a_change_too() {
        rows.put("A", 20_000L);
        feed.watch("inbox", "A", Long.MIN_VALUE, () -> told.add("A"));
        feed.round();
        rows.put("A", 12_000L);
        feed.round();
        rows.put("A", 16_400L);
        feed.round();
        feed.round();
        assertThat(told).as("all tasks, one less, one more").hasSize(3);
    }

    @Test
    void a_change_between_reading_and_watching_is_not_lost() {
        rows.put("A", 5L);
        feed.watch("order", "A", 4, () -> told.add("A"));
        feed.round();
        assertThat(told).containsExactly("A");
    }

    @Test
    void many_pages_cost_one_question_per_kind() {
        rows.putAll(Map.of("A", 1L, "B", 1L));
        feed.watch("order", "A", 1, () -> {});
        feed.watch("order", "A", 1, () -> {});
        feed.watch("order", "B", 1, () -> {});
        feed.round();
        assertThat(questions).singleElement().satisfies(nos -> assertThat(nos).containsExactlyInAnyOrder("A", "B"));
    }

    @Test
    void nobody_watching_means_no_question() {
        var registration = feed.watch("order", "A", 1, () -> {});
        registration.remove();
        feed.round();
        assertThat(questions).isEmpty();
        assertThat(feed.watched()).isZero();
    }

    @Test
    void a_page_that_fails_does_not_keep_the_news_from_others() {
        rows.put("A", 2L);
        feed.watch("order", "A", 1, () -> {
            throw new IllegalStateException("gone");
        });
        feed.watch("order", "A", 1, () -> told.add("second"));
        feed.round();
        assertThat(told).containsExactly("second");
    }

    @Test
    void a_database_that_comes_back_is_asked_again() {
        var broken = new ChangeFeed((kind, nos) -> {
            if (questions.size() < 2) {
                questions.add(nos);
                throw new IllegalStateException("no database");
            }
            return Map.of("A", 2L);
        });
        broken.watch("order", "A", 1, () -> told.add("A"));
        broken.round();
        broken.round();
        assertThat(told).isEmpty();
        broken.round();
        assertThat(told).containsExactly("A");
    }

    @Test
    void its_own_thread_tells_within_the_promised_time() throws InterruptedException {
        var heard = new CountDownLatch(1);
        rows.put("A", 1L);
        feed.watch("order", "A", 1, heard::countDown);
        feed.start();
        try {
            rows.put("A", 2L);
            assertThat(heard.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(ChangeFeed.ROUND_MILLIS).isLessThanOrEqualTo(200);
        } finally {
            feed.stop();
        }
    }
}
