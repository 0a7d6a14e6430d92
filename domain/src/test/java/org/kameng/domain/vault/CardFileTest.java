package org.kameng.domain.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kameng.domain.vault.LineProblem.ProblemCode;

class CardFileTest {
    private static final String HEADER = "no,pwd,url,pin,expires_on\n";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void good_lines_are_read_with_or_without_a_byte_order_mark() {
        var file = read("\uFEFF" + HEADER + "NEB1K7Q,1234,https://a.example/x,99,2027-01-31\r\nNEB2,,,,\n");
        assertThat(file.problems().none()).isTrue();
        assertThat(file.lines()).hasSize(2);
        assertThat(file.lines().getFirst().expiresOn()).isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(file.lines().getLast().content().password()).isNull();
    }

    @Test
    void each_bad_line_is_named_with_its_reason() {
        var file = read(HEADER
                + ",p,,,\n" // 2
                + "ABCD-1234,p,,,\n" // 3
                + "abcd1234,p,,,\n" // 4
                + "CARD5,p,,,2026-11-21\n" // 5
                + "CARD6,p,,,31.12.2026\n" // 6
                + "CARD7,p,ftp://x,,\n" // 7
                + "CARD8,p,,,2026-11-22\n" // 8: good on its last day
                + "C," + "p".repeat(201) + ",,,\n"); // 9: twice bad
        assertThat(file.problems().listed())
                .containsExactly(
                        new LineProblem(2, "no", ProblemCode.MISSING),
                        new LineProblem(4, "no", ProblemCode.DUPLICATE_IN_FILE),
                        new LineProblem(5, "expires_on", ProblemCode.EXPIRED),
                        new LineProblem(6, "expires_on", ProblemCode.BAD_DATE),
                        new LineProblem(7, "url", ProblemCode.BAD_FORMAT),
                        new LineProblem(9, "pwd", ProblemCode.TOO_LONG),
                        new LineProblem(9, "no", ProblemCode.BAD_FORMAT));
        assertThat(file.problems().badLines()).isEqualTo(6);
    }

    @Test
    void whole_files_are_refused_for_header_encoding_size_and_emptiness() {
        assertThat(code(read("card,password\nA,B\n"))).isEqualTo(ProblemCode.BAD_HEADER);
        assertThat(code(read(""))).isEqualTo(ProblemCode.EMPTY_FILE);
        assertThat(code(read(HEADER))).isEqualTo(ProblemCode.EMPTY_FILE);
        assertThat(code(CardFile.read((HEADER + "卡密,1,,,\n").getBytes(Charset.forName("GBK")), TODAY)))
                .isEqualTo(ProblemCode.BAD_ENCODING);
        assertThat(code(CardFile.read(new byte[CardFile.MAX_BYTES + 1], TODAY))).isEqualTo(ProblemCode.TOO_LARGE);
        assertThat(code(read(lines(CardFile.MAX_LINES + 1)))).isEqualTo(ProblemCode.TOO_MANY_LINES);
        assertThat(read(lines(CardFile.MAX_LINES)).problems().none()).isTrue();
        assertThat(code(read(HEADER + "A1234,1,2\n"))).isEqualTo(ProblemCode.BAD_FORMAT);
    }

    @Test
    void the_report_lists_a_bounded_number_of_problems_and_counts_all() {
        var text = IntStream.range(0, 1000).mapToObj(i -> ",p,,,\n").collect(Collectors.joining("", HEADER, ""));
        var file = read(text);
        assertThat(file.problems().badLines()).isEqualTo(1000);
        assertThat(file.problems().listed()).hasSize(CardFile.Problems.LISTED);
    }

    @Test
    void writing_makes_no_difference_to_a_card_number() {
        var random = new Random(42);
        for (var round = 0; round < 5_000; round++) {
            var plain = random.ints(12, 0, 36)
                    .mapToObj(i -> Character.toString("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(i)))
                    .collect(Collectors.joining());
            assertThat(CardText.normalise(disguised(plain, random)))
                    .as("seed 42 round %d", round)
                    .isEqualTo(plain);
        }
        assertThat(CardText.normalise("ABCD-1234")).isEqualTo(CardText.normalise("ａｂｃｄ　１２３４"));
    }

    private static String disguised(String plain, Random random) {
        var text = new StringBuilder();
        for (var c : plain.toCharArray()) {
            var written = random.nextBoolean() ? Character.toLowerCase(c) : c;
            text.append(random.nextInt(4) == 0 ? (char) (written - '!' + '！') : written);
            if (random.nextInt(3) == 0) text.append(" -\u3000\u2013\u2014\u200B\t\uFF0D".charAt(random.nextInt(8)));
        }
        return text.toString();
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "CARD" + i + ",p,,,\n")
                .collect(Collectors.joining("", HEADER, ""));
    }

    private static ProblemCode code(CardFile file) {
        return file.problems().listed().getFirst().code();
    }

    private static CardFile read(String text) {
        return CardFile.read(text.getBytes(StandardCharsets.UTF_8), TODAY);
    }
}
