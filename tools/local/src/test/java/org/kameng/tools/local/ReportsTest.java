package org.kameng.tools.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    @TempDir
    private Path root;

    @Test
    void all_modules_are_added_up_and_failures_are_named() throws IOException {
        report("a/target/surefire-reports/TEST-A.xml", """
                <testsuite name="A" tests="3" errors="0" skipped="1" failures="1">
                  <testcase classname="A" name="good"/>
                  <testcase classname="A" name="bad"><failure/></testcase>
                  <testcase classname="A" name="later"><skipped/></testcase>
                </testsuite>
                """);
        report("tools/b/target/failsafe-reports/TEST-B.xml", """
                <testsuite name="B" tests="2" errors="1" skipped="0" failures="0">
                  <testcase classname="B" name="broken"><error/></testcase>
                  <testcase classname="B" name="good"/>
                </testsuite>
                """);
        report("a/target/elsewhere/TEST-C.xml", "<testsuite tests='9'/>");

        Reports reports = Reports.under(root);

        assertThat(reports.passed()).isEqualTo(2);
        assertThat(reports.failed()).isEqualTo(2);
        assertThat(reports.skipped()).isEqualTo(1);
        assertThat(reports.failures()).containsExactlyInAnyOrder("A.bad", "B.broken");
    }

    private void report(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
