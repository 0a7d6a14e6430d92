package org.kameng.tools.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kameng.tools.simulators.Suppliers;
import org.kameng.tools.simulators.supplier.SupplierKnobs;
import org.kameng.tools.simulators.supplier.SupplierSimulator;

/** The command from its line to its report, against a supplier that keeps the contract and one that does not. */
class CertifyTest {
    @TempDir
    Path home;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private SupplierSimulator supplier;

    @BeforeEach
    void start() throws IOException {
        supplier = Suppliers.onFreePort(home, "xingzhou");
    }

    @AfterEach
    void stop() throws IOException {
        supplier.close();
    }

    private int certify(String... more) {
        var line = new ArrayList<>(List.of(
                "--protocol", "ksp",
                "--url", supplier.url().toString(),
                "--keys", supplier.credentials().toString(),
                "--out", home.resolve("out").toString()));
        line.addAll(List.of(more));
        return Certify.run(line, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String report(String ending) throws IOException {
        try (var files = Files.list(home.resolve("out"))) {
            var file =
                    files.filter(f -> f.toString().endsWith(ending)).findFirst().orElseThrow();
            return Files.readString(file);
        }
    }

    @Test
    void a_good_supplier_gets_a_report_and_zero() throws IOException {
        assertThat(certify("--sku", "GM-NEB-30", "--max-fen", "2850", "--direct-sku", "GM-STR-60"))
                .isZero();
        assertThat(report(".txt")).contains("全部通过").doesNotContain("不通过");
        assertThat(report(".json")).contains("\"passed\" : true");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("货源接口验收报告", "通过  PURCHASE");
        var secret = Files.readString(supplier.credentials().resolve("secrets")).strip();
        assertThat(report(".txt") + report(".json")).doesNotContain(secret);
    }

    @Test
    void a_bad_supplier_gets_one_and_what_to_mend() throws IOException {
        supplier.knobs().set(bad());
        assertThat(certify("--sku", "GM-NEB-30", "--max-fen", "2850", "--lang", "en"))
                .isEqualTo(1);
        assertThat(report(".txt")).contains("FAIL  PURCHASE", "mend: Check: our number comes back");
        assertThat(report(".json")).contains("\"passed\" : false");
    }

    private static SupplierKnobs bad() {
        var json = org.kameng.tools.simulators.http.Answer.JSON;
        var all = (tools.jackson.databind.node.ObjectNode) json.valueToTree(SupplierKnobs.CALM);
        all.put("badTag", 100);
        return json.treeToValue(all, SupplierKnobs.class);
    }

    @Test
    void a_wrong_line_gets_two_and_the_usage() {
        assertThat(certify("--colour", "red")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("--colour", "usage: ./kameng certify");
        assertThat(certify("--keys", home.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(certify("--sku", "GM-NEB-30")).isEqualTo(2);
    }
}
