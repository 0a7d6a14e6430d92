package org.kameng.ui.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kameng.domain.payment.PaymentReceipt;
import org.kameng.ui.doubles.ViewTest;

/** Every alarm that code can raise says what happened and what to do. Screens cannot see workers, so their source is read. */
class AlarmWordsTest extends ViewTest {
    private static final Pattern RAISED =
            Pattern.compile("(?:unproven\\(|malformed\\(|Objection\\.of\\(|REFUNDED_TWICE = )\"([A-Z_]+)\"");

    private static Set<String> raised() throws IOException {
        var whys = new TreeSet<String>();
        for (var folder : new String[] {"../workers/src/main/java", "../domain/src/main/java"}) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    RAISED.matcher(Files.readString(file)).results().forEach(found -> whys.add(found.group(1)));
                }
            }
        }
        Arrays.stream(PaymentReceipt.Why.values()).map(Enum::name).forEach(whys::add);
        return whys;
    }

    @Test
    void every_alarm_has_its_words_and_its_advice() throws IOException {
        assertThat(raised())
                .contains("FORGED", "UNKNOWN_REFUND", "REFUNDED_TWICE", "WRONG_AMOUNT")
                .hasSizeGreaterThan(10);
        assertThat(raised()).allSatisfy(why -> {
            assertThat(AlarmWords.what(why)).doesNotContain(why);
            assertThat(AlarmWords.next(why)).isNotEqualTo(AlarmWords.next("NEVER_SEEN"));
        });
    }

    @Test
    void an_alarm_nobody_has_words_for_is_told_by_its_name() {
        assertThat(AlarmWords.what("NEVER_SEEN")).contains("NEVER_SEEN");
    }
}
