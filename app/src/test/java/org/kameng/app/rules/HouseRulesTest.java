package org.kameng.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    "org.kameng.domain",
                    "org.kameng.processes",
                    "org.kameng.workers",
                    "org.kameng.ui",
                    "org.kameng.app");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    /** Rule → the planted class that must be named when the rule turns red. */
    private static final Map<String, String> CULPRITS = Map.ofEntries(
            Map.entry("R1 domain knows no engine, no screen, no outer module", "KnowsTheEngine"),
            Map.entry("R1 processes know no workers and no screens", "KnowsWorkers"),
            Map.entry("R1 screens and workers never see each other", "OrderPage"),
            Map.entry("R2 foreign clients stay in their rooms", "KnowsTheEngine"),
            Map.entry("R3 entities are hidden, versioned and without setters", "PublicOrder"),
            Map.entry("R4 features form no cycle", "UsesCatalog"),
            Map.entry("R4 only the root package of a feature is used from outside", "UsesOrder"),
            Map.entry("R5 repositories and routes are package-private", "OpenRepository"),
            Map.entry("R5 screens import no persistence", "OrderPage"),
            Map.entry("R6 job handlers are thin workers", "Hand"),
            Map.entry("R6 workers draw no random ids and open no transactions", "PayWorker"),
            Map.entry("R7 nobody reads the wall clock", "Careless"),
            Map.entry("R7 no field injection", "Careless"),
            Map.entry("R7 nobody prints to the console", "Careless"),
            Map.entry("R7 every list read of a repository has a limit", "OpenRepository"));

    @Test
    void the_house_is_there_to_be_judged() {
        assertThat(HOUSE.contain("org.kameng.domain.shared.Money")).isTrue();
        assertThat(HOUSE.size()).isGreaterThan(100);
    }

    @TestFactory
    Stream<DynamicTest> the_house_keeps_its_rules() {
        return new HouseRules("org.kameng")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(HOUSE)));
    }

    @Test
    void every_foreign_client_is_seen_where_it_does_not_live() {
        var rule = new HouseRules("planted").all().get("R2 foreign clients stay in their rooms");
        assertThat(rule.evaluate(PLANTED).getFailureReport().toString())
                .contains("KnowsTheEngine", "KnowsTheIndex", "KnowsThePaper");
    }

    @TestFactory
    Stream<DynamicTest> every_rule_turns_red_on_its_planted_violation() {
        return new HouseRules("planted")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                            var result = rule.getValue().evaluate(PLANTED);
                            assertThat(result.getFailureReport().toString()).contains(CULPRITS.get(rule.getKey()));
                        }));
    }
}
