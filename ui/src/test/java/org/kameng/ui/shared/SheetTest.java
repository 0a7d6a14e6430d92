package org.kameng.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kameng.domain.shared.Money;

class SheetTest {
    @TempDir
    Path folder;

    private static byte[] written(Sheet.Form form, List<?>... rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheet = form.open(out, "订单")) {
            for (var row : rows) sheet.row(row);
        }
        return out.toByteArray();
    }

    private static String csv(List<?>... rows) throws IOException {
        return new String(written(Sheet.Form.CSV, rows), StandardCharsets.UTF_8);
    }

    /** Read as spreadsheets do, by the directory at the end. */
    private String part(byte[] xlsx, String name) throws IOException {
        var file = Files.write(folder.resolve("orders.xlsx"), xlsx);
        try (var zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void csv_is_marked_as_utf_8_and_quotes_everything() throws IOException {
        assertThat(csv(List.of("星舟 \"30\"", 2, Money.ofFen(2940)), List.of("a,b\r\nc")))
                .isEqualTo("\uFEFF\"星舟 \"\"30\"\"\",\"2\",\"29.40\"\r\n\"a,b\r\nc\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"})
    void no_text_in_csv_is_a_formula(String evil) throws IOException {
        assertThat(csv(List.of(evil))).isEqualTo("\uFEFF\"'" + evil + "\"\r\n");
    }

    @Test
    void amounts_below_zero_stay_numbers_in_csv() throws IOException {
        assertThat(csv(List.of(Money.ofFen(-2940), -3))).isEqualTo("\uFEFF\"-29.40\",\"-3\"\r\n");
    }

    @Test
    void xlsx_keeps_texts_as_texts_and_amounts_as_numbers() throws IOException {
        var sheet = part(written(Sheet.Form.XLSX, List.of("=1+1", 2, Money.ofFen(2940))), "xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("<is><t>=1+1</t></is>", "<v>2</v>", "<v>29.4")
                .doesNotContain("<f>");
    }

    @Test
    void xlsx_of_many_rows_is_written_while_it_is_made() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheet = Sheet.Form.XLSX.open(out, "many")) {
            for (var i = 0; i < 10_000; i++) sheet.row(List.of("row " + i + " " + Math.floorMod(i * 31, 997)));
            assertThat(out.size()).as("before the end").isGreaterThan(10_000);
        }
        assertThat(part(out.toByteArray(), "xl/worksheets/sheet1.xml")).contains("row 0 ", "row 9999 ");
    }
}
