package org.kameng.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvCellsTest {
    @Test
    void nothing_in_a_cell_is_a_formula() {
        for (var start : new String[] {"=", "+", "-", "@", "\t", "\r", "＝", "＠"})
            assertThat(CsvCells.cell(start + "cmd|' /C calc'!A0")).startsWith("\"'" + start);
        assertThat(CsvCells.cell("KM2611220F3K9Q7ZT2WA")).isEqualTo("KM2611220F3K9Q7ZT2WA");
        assertThat(CsvCells.cell("")).isEmpty();
    }

    @Test
    void separators_and_quotes_stay_inside_their_cell() {
        assertThat(CsvCells.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvCells.cell("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(CsvCells.cell("a\nb")).isEqualTo("\"a\nb\"");
    }
}
