package org.kameng.domain.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.audit.AuditRow;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.PlaceResult;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;

class CardFilesTest {
    private static final RevealContext HERE = new RevealContext("10.1.2.3", "Edge on Windows", null);

    private final ShopFixture shop = new ShopFixture();
    private final CardFiles files = shop.bean(CardFiles.class);
    private final CardVault vault = shop.bean(CardVault.class);

    @TempDir
    Path folder;

    @Test
    void a_distributor_orders_more_than_one_page_of_cards_and_gets_each_of_them_once() throws IOException {
        var buyer = shop.distributor();
        var offer = shop.offerWithCards(1203);
        var no = shop.delivered(buyer, offer, 1203);
        var rows = rows(taken(buyer, no));
        assertThat(rows).hasSize(1203);
        assertThat(rows.stream().map(row -> row.getField("no")).distinct()).hasSize(1203);
        assertThat(rows)
                .extracting(row -> row.getField("slot"))
                .startsWith("1", "2", "3")
                .endsWith("1203");
        assertThat(rows.getFirst().getField("no"))
                .isEqualTo(vault.reveal(buyer, Long.parseLong(rows.getFirst().getField("card")), HERE)
                        .number());
    }

    @Test
    void only_a_business_may_order_more_than_a_household_and_nobody_more_than_the_sku_allows() {
        var offer = shop.offerWithCards(25);
        shop.context()
                .sql()
                .sql("update sku set business_max_per_order = 24 where code = :sku")
                .param("sku", offer.sku().value())
                .update();
        var orders = shop.bean(OrderService.class);
        assertThat(orders.place(shop.customer(), shop.wish(offer, 21)))
                .isEqualTo(new PlaceResult.Refused(ErrorCode.QUANTITY_INVALID, List.of(20)));
        assertThat(orders.place(shop.distributor(), shop.wish(offer, 25)))
                .isEqualTo(new PlaceResult.Refused(ErrorCode.QUANTITY_INVALID, List.of(24)));
        assertThat(orders.place(shop.distributor(), shop.wish(offer, 24))).isInstanceOf(PlaceResult.Placed.class);
    }

    @Test
    void the_file_counts_as_the_reveal_of_each_card_once_and_every_taking_is_recorded() throws IOException {
        var buyer = shop.distributor();
        var no = shop.delivered(buyer, shop.offerWithCards(5), 5);
        var before = vault.ofOrder(buyer, no, PageRequest.first(200)).rows().getFirst();
        var seen = vault.reveal(buyer, before.cardId(), HERE).firstRevealedAt();
        shop.context().clock().advance(java.time.Duration.ofMinutes(1));
        rows(taken(buyer, no));
        rows(taken(buyer, no));
        assertThat(vault.ofOrder(buyer, no, PageRequest.first(200)).rows())
                .allMatch(card -> card.firstRevealedAt() != null);
        assertThat(vault.ofOrder(buyer, no, PageRequest.first(200))
                        .rows()
                        .getFirst()
                        .firstRevealedAt())
                .isEqualTo(seen);
        assertThat(audit(no, "cards.file-taken"))
                .extracting(row -> row.facts().get("first"))
                .containsExactlyInAnyOrder(4, 0);
        assertThat(shop.context()
                        .sql()
                        .sql("select count(*) from card_first_reveal r join card_file f on f.id = r.file_id"
                                + " where f.order_no = :no and r.ip_sealed is null")
                        .param("no", no.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
        assertThatThrownBy(
                        () -> shop.context().sql().sql("delete from card_file").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void strangers_staff_and_visitors_get_no_file_and_leave_a_trace() {
        var no = shop.delivered(shop.distributor(), shop.offerWithCards(2), 2);
        for (var nosy : List.of(shop.customer(), ShopFixture.SUPPORT, ShopFixture.OPERATOR)) {
            assertThatThrownBy(() -> files.take(nosy, no, files.passphrase(), HERE))
                    .hasMessageContaining("ACCESS_DENIED");
        }
        assertThatThrownBy(() -> files.take(Actor.guest(), no, files.passphrase(), HERE))
                .hasMessageContaining("ACCESS_DENIED");
        assertThat(audit(no, "access.refused")).hasSize(3);
        assertThat(audit(no, "cards.file-taken")).isEmpty();
        assertThatThrownBy(() -> files.take(shop.customer(), new OrderNo("KM0"), files.passphrase(), HERE))
                .hasMessageContaining("NOT_FOUND");
    }

    @Test
    void files_are_limited() {
        var buyer = shop.distributor();
        var no = shop.delivered(buyer, shop.offerWithCards(1), 1);
        for (var i = 0; i < 5; i++) files.take(buyer, no, files.passphrase(), HERE);
        assertThatThrownBy(() -> files.take(buyer, no, files.passphrase(), HERE))
                .hasMessageContaining("RATE_LIMITED");
    }

    @Test
    void without_the_passphrase_the_file_opens_to_nobody() throws IOException {
        var buyer = shop.distributor();
        var no = shop.delivered(buyer, shop.offerWithCards(1), 1);
        var passphrase = files.passphrase();
        assertThat(passphrase.text()).matches("([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(passphrase.toString()).doesNotContain(passphrase.text());
        var zip = written(files.take(buyer, no, passphrase, HERE));
        assertThat(new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1))
                .doesNotContain("-CARD");
        try (var file = new ZipFile(zip.toFile(), files.passphrase().text().toCharArray())) {
            assertThat(file.getFileHeaders())
                    .allMatch(entry ->
                            entry.getAesExtraDataRecord().getAesKeyStrength() == AesKeyStrength.KEY_STRENGTH_256);
            assertThatThrownBy(() -> file.extractAll(folder.resolve("open").toString()))
                    .isInstanceOf(ZipException.class);
        }
    }

    @Test
    void a_card_that_was_shredded_is_named_as_such() throws IOException {
        var buyer = shop.distributor();
        var no = shop.delivered(buyer, shop.offerWithCards(2), 2);
        shop.context()
                .sql()
                .sql("update card_secret set wrapped_key = null where card_id = :id")
                .param(
                        "id",
                        vault.ofOrder(buyer, no, PageRequest.first(200))
                                .rows()
                                .getFirst()
                                .cardId())
                .update();
        var rows = rows(taken(buyer, no));
        assertThat(rows).extracting(row -> row.getField("note")).containsExactly("DESTROYED", "");
        assertThat(rows.getFirst().getField("no")).isEmpty();
    }

    @Test
    void no_spreadsheet_runs_or_changes_a_cell() {
        assertThat(SheetCell.of("=HYPERLINK(1)")).isEqualTo("'=HYPERLINK(1)");
        assertThat(SheetCell.of("@SUM(A1)")).startsWith("'");
        assertThat(SheetCell.of("＝1+1")).startsWith("'");
        assertThat(SheetCell.of("1234567890123456")).isEqualTo("1234567890123456\t");
        assertThat(SheetCell.of("00471")).isEqualTo("00471\t");
        assertThat(SheetCell.of("12E5")).isEqualTo("12E5\t");
        assertThat(SheetCell.of("3-4")).isEqualTo("3-4\t");
        assertThat(SheetCell.of("NEB1K7QPX3M9T5WT")).isEqualTo("NEB1K7QPX3M9T5WT");
        assertThat(SheetCell.of("4711")).isEqualTo("4711");
        assertThat(SheetCell.of(null)).isEmpty();
    }

    @Test
    void formulas_in_card_numbers_are_defused_in_the_file() throws IOException {
        var buyer = shop.distributor();
        var offer = shop.offer();
        var tag = offer.sku().value();
        var lines = IntStream.range(0, 2).mapToObj(i -> "=cmd|" + tag + i + ",-1+1,,,");
        shop.importCsv(offer, "no,pwd,url,pin,expires_on\n" + lines.collect(Collectors.joining("\n")) + "\n");
        var no = shop.delivered(buyer, offer, 2);
        assertThat(rows(taken(buyer, no)))
                .allMatch(row -> row.getField("no").startsWith("'=")
                        && row.getField("pwd").startsWith("'-"));
    }

    private record Taken(TakenFile file, Passphrase passphrase) {}

    private Taken taken(Actor buyer, OrderNo no) {
        var passphrase = files.passphrase();
        return new Taken(files.take(buyer, no, passphrase, HERE), passphrase);
    }

    private Path written(TakenFile file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        file.writeTo(bytes);
        return Files.write(folder.resolve(file.name()), bytes.toByteArray());
    }

    private List<NamedCsvRecord> rows(Taken taken) throws IOException {
        var zip = written(taken.file());
        var open = folder.resolve("open");
        try (var file = new ZipFile(zip.toFile(), taken.passphrase().text().toCharArray())) {
            file.extractAll(open.toString());
        }
        assertThat(open.resolve("readme.txt")).exists();
        var csv = Files.readString(open.resolve(taken.file().name().replace(".zip", ".csv")));
        assertThat(csv).startsWith("\uFEFF");
        try (var reader = CsvReader.builder().ofNamedCsvRecord(csv.substring(1))) {
            return reader.stream().toList();
        }
    }

    private List<AuditRow> audit(OrderNo no, String what) {
        var auditor = DomainTestContext.person("ada", Role.AUDITOR);
        return shop.bean(AuditQuery.class).of(auditor, "order", no.value(), PageRequest.first(50)).rows().stream()
                .filter(row -> row.what().equals(what))
                .toList();
    }
}
