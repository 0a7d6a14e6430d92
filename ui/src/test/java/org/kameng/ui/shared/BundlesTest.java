package org.kameng.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kameng.domain.account.StaffChange;
import org.kameng.domain.catalog.LintRule;
import org.kameng.domain.catalog.ListingField;
import org.kameng.domain.order.OrderEvent;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.payment.AttemptState;
import org.kameng.domain.payment.RefundState;
import org.kameng.domain.risk.RiskRow;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Role;
import org.kameng.domain.statistics.SupplierHealth;
import org.kameng.domain.stock.RecallState;
import org.kameng.domain.stock.StockFilter;
import org.kameng.domain.supplier.Advice;
import org.kameng.domain.supplier.BadGoods;
import org.kameng.domain.supplier.DeskAct;
import org.kameng.domain.supplier.DeskFilter;
import org.kameng.domain.supplier.PurchaseDecision;
import org.kameng.domain.supplier.PurchasePreview;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.PurchaseState;
import org.kameng.domain.supplier.SupplyView;
import org.kameng.domain.vault.BoxFilter;
import org.kameng.domain.vault.ImportPreview;
import org.kameng.domain.vault.ImportStatus;
import org.kameng.domain.vault.LineProblem;
import org.kameng.processes.inbox.TaskFilter;
import org.kameng.processes.view.ProcessPicture;
import org.kameng.processes.view.TimelineEntry;

class BundlesTest {
    private static final Properties CHINESE = load("/messages.properties");
    private static final Properties ENGLISH = load("/messages_en.properties");
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z_-]+)+)\"(?!\\s*\\+)");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z.]+)|#messages\\.msg\\('([a-zA-Z.]+)'");
    private static final Pattern LITERAL = Pattern.compile("[\"'{]([a-z][A-Za-z]*(?:\\.[A-Za-z0-9_-]+)*\\.?)[\"'(}]");
    private static final Pattern ELEMENT =
            Pattern.compile("<bpmn:(?!process|message|error|definitions)\\w+ id=\"(\\w+)\" name=\"[^\"]+\"");

    @Test
    void both_languages_have_the_same_texts() {
        assertThat(CHINESE.stringPropertyNames()).isEqualTo(ENGLISH.stringPropertyNames());
    }

    @Test
    void no_text_is_empty_and_all_can_be_formatted() {
        for (Properties bundle : List.of(CHINESE, ENGLISH)) {
            bundle.forEach((key, text) -> {
                assertThat((String) text).as("%s", key).isNotBlank().doesNotContain("'");
                assertThat(new MessageFormat((String) text).format(new Object[] {1, 2, 3, 4, 5}))
                        .isNotBlank();
            });
        }
    }

    @Test
    void both_languages_take_the_same_arguments() {
        CHINESE.stringPropertyNames()
                .forEach(key -> assertThat(arguments(CHINESE.getProperty(key)))
                        .as(key)
                        .isEqualTo(arguments(ENGLISH.getProperty(key))));
    }

    @Test
    void every_key_that_code_names_exists() {
        var missing = keysInCode();
        missing.removeAll(CHINESE.stringPropertyNames());
        assertThat(missing).isEmpty();
    }

    @Test
    void a_key_without_a_text_would_be_seen() {
        assertThat(keysIn(IN_JAVA, "t(\"no.such.key\")")).containsExactly("no.such.key");
    }

    @Test
    void every_text_is_named_by_code_or_belongs_to_a_group_that_is() {
        var unused = unused(CHINESE.stringPropertyNames());
        assertThat(unused).isEmpty();
        assertThat(unused(Set.of("payments.nobody", "ledger.nobody"))).hasSize(2);
    }

    /** A group is named where its values are put together: {@code "order.event." + kind}, or {@code t("role", role)}. */
    private static Set<String> unused(Set<String> keys) {
        var code = Stream.concat(
                        Stream.of("src/main/java", "../processes/src/main/java")
                                .flatMap(folder -> sources(folder, ".java").stream()),
                        sources("src/main/resources/templates", ".html").stream())
                .toList();
        var named = code.stream()
                .flatMap(text -> LITERAL.matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        return keys.stream()
                .filter(key -> !named.contains(key) && groups(key).noneMatch(named::contains))
                .collect(Collectors.toSet());
    }

    private static Stream<String> groups(String key) {
        return IntStream.range(0, key.length())
                .filter(at -> key.charAt(at) == '.')
                .boxed()
                .flatMap(at -> Stream.of(key.substring(0, at), key.substring(0, at + 1)));
    }

    @Test
    void every_value_shown_to_people_has_words() {
        var wanted = new TreeSet<String>();
        wanted.addAll(words("error.", ErrorCode.values()));
        wanted.addAll(words("role.", Role.values()));
        wanted.addAll(words("staff.kind.", StaffChange.Kind.values()));
        wanted.addAll(words("order.state.", OrderState.values()));
        wanted.addAll(words("order.event.", OrderEvent.Kind.values()));
        wanted.addAll(words("attempt.", AttemptState.values()));
        wanted.addAll(words("refund.state.", RefundState.values()));
        wanted.addAll(words("purchase.state.", PurchaseState.values()));
        wanted.addAll(words("bad.goods.", BadGoods.values()));
        wanted.addAll(words("supplier.alarm.", BadGoods.values()));
        wanted.addAll(words("purchase.failure.", PurchaseReply.Reason.values()));
        wanted.addAll(words("purchase.look.", DeskFilter.Look.values()));
        wanted.addAll(words("purchase.act.", DeskAct.values()));
        wanted.addAll(words("purchase.help.", DeskAct.values()));
        wanted.addAll(words("purchase.call.", PurchasePreview.Call.values()));
        wanted.addAll(words("purchase.when.", PurchasePreview.When.values()));
        wanted.addAll(words("purchase.then.", PurchasePreview.Then.values()));
        wanted.addAll(words("purchase.decision.", PurchaseDecision.State.values()));
        wanted.addAll(words("purchase.code.", PurchaseReply.Reason.values()));
        wanted.addAll(words("advice.why.", Advice.Why.values()));
        wanted.addAll(words("risk.stage.", RiskRow.Stage.values()));
        wanted.addAll(words("supplier.standing.", SupplierHealth.State.values()));
        wanted.addAll(words("supplier.trouble.", SupplierHealth.Trouble.values()));
        wanted.addAll(words("cards.show.", BoxFilter.Show.values()));
        wanted.addAll(words("import.", LineProblem.ProblemCode.values()));
        wanted.addAll(words("import.state.", ImportStatus.State.values()));
        wanted.addAll(words("import.failure.", ImportStatus.Failure.values()));
        wanted.addAll(words("import.life.", ImportPreview.Life.values()));
        wanted.addAll(words("lint.", LintRule.values()));
        wanted.addAll(words("lint.field.", ListingField.values()));
        wanted.addAll(words("stock.look.", StockFilter.Look.values()));
        wanted.addAll(words("recall.state.", RecallState.values()));
        wanted.addAll(words("tasks.whose.", TaskFilter.Whose.values()));
        wanted.addAll(words("process.state.", ProcessPicture.State.values()));
        wanted.addAll(words("timeline.", TimelineEntry.Kind.values()));
        for (SupplyView.Phase phase : SupplyView.Phase.values()) {
            wanted.add("order.now.SUPPLY." + phase);
            wanted.add("order.now.SUPPLY." + phase + ".who");
            wanted.add("order.now.SUPPLY." + phase + ".otherwise");
        }
        for (OrderState state : OrderState.values()) {
            wanted.add("order.now." + state);
            wanted.add("order.now." + state + ".who");
            wanted.add("order.now." + state + ".otherwise");
        }
        assertThat(CHINESE.stringPropertyNames()).containsAll(wanted);
    }

    @Test
    void every_rule_of_the_risk_book_has_words_for_staff() {
        var wanted = sources("../domain/src/main/resources/db/migration", ".sql").stream()
                .flatMap(sql -> Pattern.compile("'(R\\d\\d)'").matcher(sql).results())
                .map(found -> "risk.rule." + found.group(1))
                .collect(Collectors.toSet());
        assertThat(wanted).hasSizeGreaterThan(5);
        assertThat(CHINESE.stringPropertyNames()).containsAll(wanted);
    }

    /** Records keep codes as text: those that code writes are read from it. */
    @Test
    void every_code_that_records_keep_has_words_for_staff() {
        var wanted = new TreeSet<String>();
        wanted.addAll(codes("../domain/src", "Postings.java", "ledger.kind.", "\"([a-z]+(?:-[a-z]+)?)\", order"));
        wanted.addAll(codes("../processes/src", ".bpmn", "refund.reason.", "\"([A-Z_]+)\"' target=\"refundReason\""));
        wanted.addAll(codes("../workers/src", ".java", "refund.reason.", "refundReason\\(\\), \"([A-Z_]+)\""));
        wanted.addAll(codes("../workers/src", "/Outcomes.java", "call.outcome.", "-> (?:.* )?\"([A-Z_]+)[:\"]"));
        wanted.addAll(codes("../workers/src", "/supplier/Line.java", "purchase.failure.", "-> \"([A-Z_]+)\""));
        wanted.addAll(codes("../workers/src", ".java", "supplier.alarm.", "Judged.TurnedAway\\(\"([A-Z_]+)\""));
        wanted.addAll(codes("../domain/src", ".java", "supplier.alarm.", "alarms.about\\w+\\(\\w+, \"([A-Z_]+)\""));
        assertThat(wanted)
                .contains("ledger.kind.delivered", "refund.reason.NOT_REVIEWED", "refund.reason.NOT_DELIVERED")
                .contains("call.outcome.UNKNOWN", "supplier.alarm.FORGED", "supplier.alarm.COST_UP");
        assertThat(CHINESE.stringPropertyNames()).containsAll(wanted);
    }

    private static Set<String> codes(String folder, String files, String prefix, String written) {
        return sources(folder, files).stream()
                .flatMap(text -> Pattern.compile(written).matcher(text).results())
                .map(found -> prefix + found.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void every_element_of_the_models_has_words() {
        var wanted = new TreeSet<String>();
        for (String model : List.of("/order-to-delivery.bpmn", "/supplier-purchase.bpmn", "/payment-refund.bpmn")) {
            ELEMENT.matcher(resource(model)).results().forEach(found -> wanted.add("element." + found.group(1)));
        }
        assertThat(wanted).hasSizeGreaterThan(50);
        assertThat(CHINESE.stringPropertyNames()).containsAll(wanted);
    }

    private static Set<String> words(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name()).collect(Collectors.toSet());
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** Every literal in code that begins like a key of ours. */
    private static TreeSet<String> keysInCode() {
        var groups = CHINESE.stringPropertyNames().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        var keys = new TreeSet<String>();
        sources("src/main/java", ".java").forEach(text -> keys.addAll(keysIn(IN_JAVA, text)));
        keys.removeIf(key -> !groups.contains(key.substring(0, key.indexOf('.'))) || NO_TEXTS.contains(key));
        sources("src/main/resources/templates", ".html").forEach(text -> keys.addAll(keysIn(IN_TEMPLATE, text)));
        return keys;
    }

    /** Literals that look like keys and are none. */
    private static final Set<String> NO_TEXTS = Set.of(
            "access.denied",
            "task.decided",
            "order.now",
            "order.state",
            "order.event",
            "refund.state",
            "purchase.state",
            "purchase.failure",
            "supplier.standing",
            "supplier.trouble",
            "purchase.look",
            "purchase.age",
            "purchase.act",
            "purchase.help",
            "purchase.when",
            "purchase.decision",
            "advice.why",
            "bad.goods",
            "risk.stage",
            "staff.kind",
            "process.state",
            "import.failure",
            "import.state",
            "import.life",
            "lint.field",
            "stock.look",
            "recall.state",
            "tasks.whose");

    private static Set<String> keysIn(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> sources(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(BundlesTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (var in = BundlesTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(String name) {
        var bundle = new Properties();
        try (var in = new InputStreamReader(BundlesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            bundle.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }
}
