package org.kameng.workers.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kameng.domain.shared.Money;
import org.kameng.domain.supplier.Protocol;

/** The examination passes those who keep the contract and tells the others what to mend. */
class CertificationTest {
    @TempDir
    Path home;

    private static Report examine(Counterpart other, String card, String direct) {
        var trial = new Trial(
                card,
                Money.ofFen(20_000),
                direct,
                Map.of("phone", "12"),
                URI.create("http://127.0.0.1:1/nobody"),
                Duration.ofSeconds(5));
        return new Certification(Clock.systemUTC(), Duration.ofSeconds(2)).examine(other.endpoint(), trial);
    }

    private static Finding.Verdict verdict(Report report, Rule rule) {
        return report.findings().stream()
                .filter(finding -> finding.rule() == rule)
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    @ParameterizedTest
    @CsvSource({
        "yunduan, KSP, VD-QH-M-CODE, VD-QH-M",
        "lanjing, FULU, VD-QH-M-CODE, VD-QH-M",
        "zhixing, GOOFISH, ED-ZX-PY, ED-ZX-VIP"
    })
    void who_keeps_the_contract_passes(String id, Protocol protocol, String card, String direct) throws IOException {
        try (var other = new Counterpart(home, id, protocol)) {
            other.knobs("{\"processingSeconds\":1,\"largestPage\":2}");
            var report = examine(other, card, direct);
            assertThat(report.findings())
                    .filteredOn(finding -> finding.verdict() == Finding.Verdict.FAILED)
                    .isEmpty();
            assertThat(report.findings()).extracting(Finding::rule).containsExactlyInAnyOrder(Rule.values());
            assertThat(report.passed()).isTrue();
            assertThat(verdict(report, Rule.REPLAY))
                    .isEqualTo(protocol == Protocol.KSP ? Finding.Verdict.PASSED : Finding.Verdict.SKIPPED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "badTag, PURCHASE",
        "wrongSku, PURCHASE",
        "partial, DISTINCT",
        "sameCardTwice, DISTINCT",
        "http500, BALANCE",
        "badAnswerSignature, LIST",
        "foreignNumber, PURCHASE",
        "neverAnswers, SPEED",
        "outOfStock, PRICE_LIMIT"
    })
    void who_breaks_it_is_told_where(String knob, Rule broken) throws IOException {
        try (var other = new Counterpart(home, "yunduan", Protocol.KSP)) {
            other.knobs("{\"" + knob + "\":100,\"holdMs\":100}");
            var report = examine(other, "VD-QH-M-CODE", "VD-QH-M");
            assertThat(verdict(report, broken)).isEqualTo(Finding.Verdict.FAILED);
            assertThat(report.passed()).isFalse();
            assertThat(report.text(Locale.SIMPLIFIED_CHINESE)).contains("不通过", "整改：");
            assertThat(report.text(Locale.ENGLISH)).contains("FAIL  " + broken, "mend: ");
        }
    }

    @Test
    void without_a_product_nothing_is_bought() throws IOException {
        try (var other = new Counterpart(home, "qingyun", Protocol.KSP)) {
            var trial = new Trial(
                    null, Money.ZERO, null, Map.of(), URI.create("http://127.0.0.1:1"), Duration.ofSeconds(1));
            var report = new Certification(Clock.systemUTC()).examine(other.endpoint(), trial);
            assertThat(report.passed()).isTrue();
            assertThat(verdict(report, Rule.PURCHASE)).isEqualTo(Finding.Verdict.SKIPPED);
            assertThat(other.journal("ACCEPTED")).isEmpty();
            var json = Document.JSON.readTree(report.json());
            assertThat(json.path("passed").booleanValue()).isTrue();
            assertThat(json.path("rules").size()).isEqualTo(Rule.values().length);
        }
    }

    @Test
    void every_rule_is_explained_in_both_languages() {
        for (var locale : new Locale[] {Locale.ROOT, Locale.ENGLISH}) {
            var words = ResourceBundle.getBundle("certification", locale);
            for (var rule : Rule.values()) {
                assertThat(words.getString(rule + ".title")).isNotBlank();
                assertThat(words.getString(rule + ".mend")).isNotBlank();
            }
        }
        var zh = ResourceBundle.getBundle("certification", Locale.ROOT).keySet();
        assertThat(ResourceBundle.getBundle("certification", Locale.ENGLISH).keySet())
                .isEqualTo(zh);
    }
}
