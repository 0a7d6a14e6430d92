package org.kameng.domain.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;
import org.kameng.domain.vault.ImportPreview.ExpiryCount;
import org.kameng.domain.vault.ImportPreview.Life;
import org.kameng.domain.vault.ImportStatus.State;
import org.kameng.domain.vault.LineProblem.ProblemCode;

class CardImportsTest {
    private static final String HEADER = "no,pwd,url,pin,expires_on\n";
    private static final Actor OLGA = ShopFixture.OPERATOR;

    private final ShopFixture shop = new ShopFixture();
    private final CardImports imports = shop.bean(CardImports.class);
    private final ShopFixture.Offer offer = shop.offer();
    private final String tag = offer.sku().value();

    @Test
    void a_preview_tells_what_a_file_would_bring_and_brings_nothing() {
        var today = org.kameng.domain.shared.ShopTime.today(shop.context().clock());
        var seen = preview(lines(
                "PREVIEW1" + tag + ",secret,,4711," + today.plusDays(6),
                "PREVIEW2" + tag + ",,https://a.example,," + today.plusDays(7),
                "PREVIEW3" + tag + ",,,," + today.plusDays(90),
                "SHORT" + tag.substring(5) + ",,,,"));
        assertThat(seen.token()).isNotNull();
        assertThat(seen.lines()).isEqualTo(4);
        assertThat(seen.good()).isEqualTo(4);
        assertThat(seen.expiry())
                .containsExactly(
                        new ExpiryCount(Life.BELOW_PROMISE, 1),
                        new ExpiryCount(Life.MONTH, 1),
                        new ExpiryCount(Life.QUARTER, 1),
                        new ExpiryCount(Life.FOREVER, 1));
        var sample = seen.samples().getFirst();
        assertThat(sample.number()).startsWith("PR•••").hasSameSizeAs("PREVIEW1" + tag);
        assertThat(sample.password()).isTrue();
        assertThat(sample.pin()).isTrue();
        assertThat(sample.url()).isFalse();
        assertThat(seen.toString())
                .doesNotContain("secret")
                .doesNotContain("4711")
                .doesNotContain("PREVIEW1");
        assertThat(cards()).isZero();
        assertThat(imports.status(OLGA, seen.token())).map(ImportStatus::state).hasValue(State.PREVIEWED);
    }

    @Test
    void a_short_number_shows_nothing_of_itself() {
        assertThat(PreviewReport.mask("123456789")).isEqualTo("•••••••••");
        assertThat(PreviewReport.mask("1234567890")).isEqualTo("12••••••90");
    }

    @Test
    void duplicates_within_the_file_and_against_the_vault_are_counted_apart_and_such_a_file_cannot_be_imported() {
        shop.importCsv(offer, HEADER + "OLD" + tag + ",,,,\n");
        var seen = preview(lines(
                "OLD" + tag + ",,,,", "NEW" + tag + ",,,,", "new " + tag + ",,,,", "BAD" + tag + ",,,,2001-01-01"));
        assertThat(seen.token()).isNull();
        assertThat(seen.duplicatesInStock()).isEqualTo(1);
        assertThat(seen.duplicatesInFile()).isEqualTo(1);
        assertThat(seen.badLines()).isEqualTo(3);
        assertThat(seen.good()).isEqualTo(1);
        assertThat(seen.problems()).extracting(LineProblem::code).contains(ProblemCode.EXPIRED);
        assertThat(kept("PREVIEWED"))
                .as("a file that cannot be imported is not kept")
                .isZero();
    }

    @Test
    void however_often_the_button_is_pressed_a_file_is_imported_once() throws Exception {
        var seen = preview(many(3000));
        Callable<ImportStatus> press = () -> imports.start(OLGA, seen.token(), seen.fileSha256());
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var pressed : pool.invokeAll(List.of(press, press, press, press)))
                assertThat(pressed.get().state()).isIn(State.RUNNING, State.IMPORTED);
        }
        var done = awaitEnd(seen.token());
        assertThat(done.state()).isEqualTo(State.IMPORTED);
        assertThat(done.imported()).isEqualTo(3000);
        assertThat(done.report().batchId()).isNotNull();
        assertThat(cards()).isEqualTo(3000);
        assertThat(imports.start(OLGA, seen.token(), seen.fileSha256()).report())
                .isEqualTo(done.report());
        assertThat(kept("IMPORTED")).isEqualTo(1);
        assertThat(contentOf(seen.token())).as("the file's bytes are gone").isZero();
        assertThat(preview(many(3000)).sameFileBatch()).isEqualTo(done.report().batchId());
    }

    @Test
    void an_import_whose_process_died_is_finished_by_the_sweep_once() {
        var seen = preview(many(5));
        shop.bean(ImportTable.class).run(seen.token(), shop.context().clock().instant());
        var runner = shop.bean(ImportRunner.class);
        runner.sweep(10);
        assertThat(cards()).as("it may still be alive").isZero();
        shop.context().clock().advance(Duration.ofMinutes(3));
        runner.sweep(10);
        assertThat(cards()).isEqualTo(5);
        runner.run(seen.token());
        assertThat(cards()).isEqualTo(5);
        assertThat(imports.status(OLGA, seen.token())).map(ImportStatus::state).hasValue(State.IMPORTED);
    }

    @Test
    void an_import_that_breaks_off_again_and_again_waits_for_a_person_who_can_start_it_again() {
        var seen = preview(many(4));
        var bytes = content(seen.token(), new byte[] {1, 2, 3});
        shop.bean(ImportTable.class).run(seen.token(), shop.context().clock().instant());
        var other = preview(lines("OTHER" + tag + ",,,,"));
        shop.bean(ImportTable.class).run(other.token(), shop.context().clock().instant());
        var runner = shop.bean(ImportRunner.class);
        for (var sweep = 1; sweep < ImportRunner.MOST_TRIES; sweep++) {
            shop.context().clock().advance(Duration.ofMinutes(3));
            runner.sweep(10);
            assertThat(status(seen)).returns(State.RUNNING, ImportStatus::state);
        }
        assertThat(status(other).state()).as("its neighbour goes on").isEqualTo(State.IMPORTED);
        shop.context().clock().advance(Duration.ofMinutes(3));
        runner.sweep(10);
        assertThat(status(seen))
                .returns(State.FAILED, ImportStatus::state)
                .returns(ImportStatus.Failure.UNREADABLE, ImportStatus::failure);
        assertThat(imports.mine(OLGA)).extracting(ImportStatus::token).contains(seen.token());
        var before = status(seen).version();
        shop.context().clock().advance(Duration.ofHours(1));
        runner.sweep(10);
        assertThat(status(seen).version()).as("nobody tries it any more").isEqualTo(before);
        assertThat(cards()).isEqualTo(1);
        content(seen.token(), bytes);
        imports.start(OLGA, seen.token(), seen.fileSha256());
        assertThat(awaitEnd(seen.token()).state()).isEqualTo(State.IMPORTED);
        assertThat(cards()).isEqualTo(5);
        assertThat(shop.context()
                        .sql()
                        .sql(
                                "select count(*) from audit_event where what = 'cards.import.failed' and subject_no = :token")
                        .param("token", seen.token().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_file_that_ends_its_process_each_time_is_given_up_and_forgotten_after_a_week() {
        var seen = preview(many(3));
        var table = shop.bean(ImportTable.class);
        table.run(seen.token(), shop.context().clock().instant());
        for (var death = 0; death < ImportRunner.MOST_TRIES; death++)
            assertThat(table.take(
                            seen.token(),
                            ImportRunner.MOST_TRIES,
                            shop.context().clock().instant()))
                    .isTrue();
        var runner = shop.bean(ImportRunner.class);
        shop.context().clock().advance(Duration.ofMinutes(3));
        runner.sweep(10);
        assertThat(status(seen))
                .returns(State.FAILED, ImportStatus::state)
                .returns(ImportStatus.Failure.INTERRUPTED, ImportStatus::failure);
        assertThat(contentOf(seen.token())).isPositive();
        shop.context().clock().advance(Duration.ofDays(8));
        runner.sweep(1000);
        assertThat(contentOf(seen.token())).isZero();
        assertThatThrownBy(() -> imports.start(OLGA, seen.token(), seen.fileSha256()))
                .hasMessageContaining("IMPORT_GONE");
        assertThat(cards()).isZero();
    }

    @Test
    void an_import_given_up_while_it_was_silent_brings_nothing() {
        var seen = preview(many(2));
        var table = shop.bean(ImportTable.class);
        var now = shop.context().clock().instant();
        table.run(seen.token(), now);
        table.take(seen.token(), 1, now);
        assertThat(table.brokeOff(seen.token(), ImportStatus.Failure.INTERRUPTED, 1, now))
                .isTrue();
        shop.bean(ImportRunner.class).run(seen.token());
        assertThat(cards()).isZero();
        imports.leave(OLGA, seen.token());
        assertThat(status(seen).state()).isEqualTo(State.LEFT);
    }

    @Test
    void what_another_file_brought_meanwhile_refuses_the_whole_import() {
        var seen = preview(lines("RACE" + tag + ",,,,", "FREE" + tag + ",,,,"));
        shop.importCsv(shop.offer(), HEADER + "RACE" + tag + ",,,,\n");
        imports.start(OLGA, seen.token(), seen.fileSha256());
        var done = awaitEnd(seen.token());
        assertThat(done.state()).isEqualTo(State.REFUSED);
        assertThat(done.report().problems())
                .extracting(LineProblem::code)
                .containsExactly(ProblemCode.DUPLICATE_IN_STOCK);
        assertThat(cards()).isZero();
        assertThat(contentOf(seen.token())).isZero();
    }

    @Test
    void a_preview_belongs_to_its_person_its_file_and_half_an_hour() {
        var seen = preview(many(1));
        var oscar = DomainTestContext.person("oscar", Role.OPERATOR);
        assertThatThrownBy(() -> imports.start(oscar, seen.token(), seen.fileSha256()))
                .hasMessageContaining("ACCESS_DENIED");
        assertThatThrownBy(() -> imports.start(ShopFixture.SUPPORT, seen.token(), ""))
                .hasMessageContaining("ACCESS_DENIED");
        assertThatThrownBy(() -> imports.start(OLGA, seen.token(), "0".repeat(64)))
                .hasMessageContaining("IMPORT_GONE");
        assertThatThrownBy(() -> imports.start(OLGA, UUID.randomUUID(), "")).hasMessageContaining("IMPORT_GONE");
        assertThat(imports.mine(OLGA)).extracting(ImportStatus::token).contains(seen.token());
        shop.context().clock().advance(Duration.ofMinutes(31));
        shop.bean(ImportRunner.class).sweep(1000);
        assertThatThrownBy(() -> imports.start(OLGA, seen.token(), seen.fileSha256()))
                .hasMessageContaining("IMPORT_GONE");
        assertThat(contentOf(seen.token())).isZero();
        assertThat(imports.mine(OLGA)).extracting(ImportStatus::token).doesNotContain(seen.token());
    }

    @Test
    void the_waiting_file_is_sealed() {
        var seen = preview(lines("CLEARTEXT" + tag + ",topsecretpw,,,"));
        assertThat(shop.context()
                        .sql()
                        .sql(
                                "select position(convert_to('topsecretpw', 'UTF8') in content) from card_import where token = :token")
                        .param("token", seen.token())
                        .query(Integer.class)
                        .single())
                .isZero();
        imports.leave(OLGA, seen.token());
        assertThat(contentOf(seen.token())).isZero();
    }

    private ImportPreview preview(String csv) {
        return imports.preview(
                OLGA,
                offer.sku(),
                offer.seller(),
                "cards.csv",
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private ImportStatus status(ImportPreview seen) {
        return imports.status(OLGA, seen.token()).orElseThrow();
    }

    /** Puts these bytes in place of the waiting file's and answers those. */
    private byte[] content(UUID token, byte[] bytes) {
        var sql = shop.context().sql();
        var old = sql.sql("select content from card_import where token = :token")
                .param("token", token)
                .query((row, n) -> row.getBytes(1))
                .single();
        sql.sql("update card_import set content = :bytes where token = :token")
                .param("bytes", bytes)
                .param("token", token)
                .update();
        return old;
    }

    private ImportStatus awaitEnd(UUID token) {
        return org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> imports.status(OLGA, token).orElseThrow(), status -> status.state() != State.RUNNING);
    }

    private int cards() {
        return shop.context()
                .sql()
                .sql("select count(*) from card c join offer o on o.id = c.offer_id where o.sku_code = :sku")
                .param("sku", tag)
                .query(Integer.class)
                .single();
    }

    private int kept(String state) {
        return shop.context()
                .sql()
                .sql(
                        "select count(*) from card_import i join offer o on o.id = i.offer_id where o.sku_code = :sku and i.state = :state")
                .param("sku", tag)
                .param("state", state)
                .query(Integer.class)
                .single();
    }

    private int contentOf(UUID token) {
        return shop.context()
                .sql()
                .sql("select coalesce(length(content), 0) from card_import where token = :token")
                .param("token", token)
                .query(Integer.class)
                .single();
    }

    private String many(int count) {
        return lines(IntStream.range(0, count)
                .mapToObj(i -> "MANY" + tag + "N" + i + ",p,,,")
                .toArray(String[]::new));
    }

    private static String lines(String... lines) {
        return List.of(lines).stream().collect(Collectors.joining("\n", HEADER, "\n"));
    }
}
