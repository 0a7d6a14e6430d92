package org.kameng.ui.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kameng.domain.order.OrderState;
import org.kameng.processes.incident.IncidentId;
import org.kameng.processes.incident.IncidentKind;
import org.kameng.processes.incident.IncidentRow;
import org.kameng.processes.incident.IncidentView;
import org.kameng.ui.doubles.Orders;
import org.kameng.ui.doubles.ViewTest;
import org.kameng.ui.shared.Texts;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Whatever stands still can be told in both languages: a job or an error without a sentence fails here. */
class IncidentWordsTest extends ViewTest {
    private static final Pattern JOB = Pattern.compile("<zeebe:taskDefinition type=\"([^\"]+)\"");
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private static Set<String> jobTypes() throws IOException {
        var types = new TreeSet<String>();
        for (var model : new PathMatchingResourcePatternResolver().getResources("classpath*:/*.bpmn")) {
            var xml = model.getContentAsString(StandardCharsets.UTF_8);
            JOB.matcher(xml).results().forEach(found -> types.add(found.group(1)));
        }
        return types;
    }

    private static Set<String> withoutWords(Stream<String> keys) {
        return keys.filter(key -> !LANGUAGES.stream().allMatch(language -> {
                    UI.getCurrent().setLocale(language);
                    return Texts.known(key).isPresent();
                }))
                .collect(Collectors.toSet());
    }

    private static IncidentRow row(@Nullable String job, @Nullable Instant next) {
        return new IncidentRow(
                new IncidentId(1, 2),
                "p",
                "Task_NotifyBuyer",
                IncidentKind.JOB_NO_RETRIES,
                job,
                "KM1",
                NOON,
                2,
                next,
                null);
    }

    @Test
    void every_job_of_every_model_has_its_sentence() throws IOException {
        assertThat(jobTypes()).contains("request-payment", "query-refund").hasSizeGreaterThan(7);
        assertThat(withoutWords(jobTypes().stream().map(type -> "incident.job." + type)))
                .isEmpty();
    }

    @Test
    void a_job_without_a_sentence_is_found() {
        assertThat(withoutWords(Stream.of("incident.job.no-such-job"))).containsExactly("incident.job.no-such-job");
    }

    @Test
    void every_reason_and_every_state_of_an_order_has_its_sentence() {
        var keys = Stream.concat(
                Arrays.stream(IncidentKind.values()).map(kind -> "incident.kind." + kind),
                Arrays.stream(OrderState.values()).map(state -> "incident.cost." + state));
        assertThat(withoutWords(keys)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void what_it_costs_names_the_money_and_while_somebody_waits_the_time(OrderState state) {
        var orders = new Orders();
        orders.state = state;
        assertThat(IncidentWords.cost(orders.order())).contains("¥29.40");
        assertThat(IncidentWords.cost(orders.order()).contains("2026-11-22 12:15"))
                .isEqualTo(!state.isFinal());
    }

    @Test
    void an_unknown_job_is_told_by_its_step() {
        assertThat(IncidentWords.what(row(null, null))).contains("Notify buyer");
        assertThat(IncidentWords.what(row("notify-buyer", null)))
                .doesNotContain("Notify buyer")
                .isNotBlank();
    }

    @Test
    void the_next_try_of_the_house_is_told_with_its_time() {
        assertThat(IncidentWords.next(row("notify-buyer", NOON.plusSeconds(90)), NOON))
                .contains("12:01:30")
                .contains("2 times");
        assertThat(IncidentWords.next(row("notify-buyer", NOON), NOON)).contains("any moment");
        assertThat(IncidentWords.next(row(null, null), NOON)).contains("somebody must help");
        var asked = new IncidentView(
                row("notify-buyer", NOON.plus(Duration.ofHours(1))),
                true,
                null,
                new IncidentView.Ask("Sam", "gateway is back", NOON),
                List.of(),
                null);
        assertThat(IncidentWords.next(asked, NOON)).contains("Sam");
    }
}
