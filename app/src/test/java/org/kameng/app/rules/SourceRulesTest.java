package org.kameng.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRulesTest {

    private static final Path CHECKOUT = SourceRules.checkout();

    @TempDir
    Path folder;

    @Test
    void closed_switches_have_no_default() {
        var ours = ClosedTypes.of(everySource());
        assertThat(ours.enums()).hasSizeGreaterThan(10);
        assertThat(ours.sealed()).contains("PlaceResult", "JobOutcome");
        assertThat(everySource().flatMap(f -> SourceRules.defaultsInClosedSwitches(f, ours).stream()))
                .isEmpty();
    }

    @Test
    void every_package_says_what_it_is() {
        assertThat(modules()
                        .map(m -> m.resolve("src/main/java"))
                        .filter(Files::isDirectory)
                        .flatMap(m -> SourceRules.packagesWithoutSentence(m).stream()))
                .isEmpty();
    }

    @Test
    void classes_and_methods_keep_their_size() {
        assertThat(SourceRules.oversized(everySource().toList())).isEmpty();
    }

    @Test
    void settings_are_safe_and_hold_no_password() {
        assertThat(settings().flatMap(f -> SourceRules.unsafeSettings(f).stream()))
                .isEmpty();
        assertThat(settings().map(SourceRules::read).toList())
                .anyMatch(text -> text.contains("ddl-auto: validate") || text.contains("ddl-auto=validate"))
                .anyMatch(text -> text.contains("open-in-view: false") || text.contains("open-in-view=false"));
    }

    @Test
    void a_default_in_a_closed_switch_is_found() {
        var ours = ClosedTypes.in("enum State { OPEN, SHUT } sealed interface Answer {}");
        assertThat(defaults("case OPEN -> 1; default -> 2;", ours)).hasSize(1);
        assertThat(defaults("case Answer.Yes yes -> 1; default -> 2;", ours)).hasSize(1);
        assertThat(defaults("case \"OPEN\" -> 1; default -> 2;", ours)).isEmpty();
        assertThat(defaults("case THEIRS -> 1; default -> 2;", ours)).isEmpty();
    }

    private List<String> defaults(String cases, ClosedTypes ours) {
        var file = planted("Bad.java", "class Bad { int f(Object s) { return switch (s) { " + cases + " }; } }");
        return SourceRules.defaultsInClosedSwitches(file, ours);
    }

    @Test
    void a_package_without_a_sentence_is_found() {
        planted("Lonely.java", "package lonely; class Lonely {}");
        assertThat(SourceRules.packagesWithoutSentence(folder)).hasSize(1);
    }

    @Test
    void a_long_method_and_a_long_worker_are_found() {
        var lines = "        int x;\n".repeat(70);
        var bad = planted("LongWorker.java", "class LongWorker {\n    void run() {\n" + lines + "    }\n}\n");
        assertThat(SourceRules.oversized(List.of(bad))).hasSize(2);
    }

    @Test
    void a_password_and_a_schema_that_updates_itself_are_found() {
        var bad = planted(
                "application.yml",
                "spring:\n  datasource:\n    password: hunter2\n  jpa:\n    open-in-view: true\n    hibernate:\n      ddl-auto: update\n");
        var good = planted("good.yml", "spring:\n  datasource:\n    password: ${DB_PASSWORD}\n");
        assertThat(SourceRules.unsafeSettings(bad)).hasSize(3);
        assertThat(SourceRules.unsafeSettings(good)).isEmpty();
    }

    private Path planted(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> modules() {
        var tools = List.of("tools/engine-feed", "tools/cpt-engine", "tools/local", "tools/simulators", "tools/bench");
        return Stream.concat(SourceRules.MODULES.stream(), tools.stream()).map(CHECKOUT::resolve);
    }

    private static Stream<Path> everySource() {
        return modules().flatMap(SourceRules::mainSources);
    }

    private static Stream<Path> settings() {
        return modules()
                .map(m -> m.resolve("src/main/resources"))
                .filter(Files::isDirectory)
                .flatMap(SourceRulesTest::settingsIn);
    }

    private static Stream<Path> settingsIn(Path resources) {
        try {
            return Files.walk(resources, 2)
                    .filter(f -> f.toString().matches(".*\\.(ya?ml|properties)"))
                    .filter(f -> !f.getFileName().toString().startsWith("messages"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
