package org.kameng.tools.simulators.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kameng.tools.simulators.KnobBox;
import org.kameng.tools.simulators.SimClock;
import org.kameng.tools.simulators.Timetable;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.supplier.ksp.KspWire;

/** How a supplier sells, without a wire: what it gives, keeps, takes back and remembers. */
class CounterTest {
    @TempDir
    Path home;

    private final KnobBox<SupplierKnobs> knobs = new KnobBox<>(SupplierKnobs.CALM);
    private SimClock clock;
    private Timetable timetable;
    private Store store;
    private Credentials credentials;
    private Counter counter;
    private Shelf shelf;
    private Returns returns;
    private boolean sealed = true;

    @BeforeEach
    void open() throws IOException {
        clock = new SimClock();
        timetable = new Timetable(clock);
        store = new Store(home.resolve("journal.jsonl"), Catalogue.zhixing().products(), clock);
        credentials = new Credentials(home, new KspWire());
        var teller = new Teller(store, new Pusher(knobs, timetable, clock), clock);
        counter = new Counter(store, teller, new Packer(store, credentials.codes(), sealed), knobs, timetable, clock);
        shelf = new Shelf(store, teller, clock);
        returns = new Returns(store, teller, knobs, timetable, clock);
        counter.resume();
        returns.resume();
    }

    @AfterEach
    void close() throws IOException {
        timetable.close();
        store.close();
    }

    private void restart() throws IOException {
        close();
        open();
    }

    private static Wish wish(String number, int units) {
        return new Wish(number, "ED-ZX-PY", null, units, 13000L * units, Map.of(), null);
    }

    private static SupplierKnobs turned(String knob, Object value) {
        var all = Answer.JSON.convertValue(SupplierKnobs.CALM, Map.class);
        @SuppressWarnings("unchecked")
        var changed = new java.util.HashMap<String, Object>(all);
        changed.put(knob, value);
        return Answer.JSON.convertValue(changed, SupplierKnobs.class);
    }

    @Test
    void no_card_is_ever_given_twice_not_even_after_a_restart() throws IOException {
        Set<String> given = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            for (var item :
                    counter.place(wish("KP00000000%02d".formatted(i), 50)).items()) {
                assertThat(given.add(item.sha256())).isTrue();
            }
            if (i == 20) {
                restart();
            }
        }
        assertThat(given).hasSize(2000);
    }

    @Test
    void a_trouble_can_be_meant_for_the_next_order_of_a_product_alone() {
        var changes = Answer.JSON.readTree("{\"partial\":true,\"timeoutAfterSuccess\":100}");
        counter.troubles().prepare("ED-ZX-PY", changes);
        var other = new Wish("KP0000000021", "ED-ZX-EN", null, 5, 27000L * 5, Map.of(), null);
        assertThat(counter.place(other).items()).hasSize(5);
        assertThat(counter.place(wish("KP0000000022", 5)).items()).hasSize(3);
        assertThat(counter.place(wish("KP0000000023", 5)).items()).hasSize(5);
        var troubles = counter.troubles();
        assertThat(troubles.asked("{\"orderNo\":\"KP0000000022\"}").timeoutAfterSuccess())
                .isEqualTo(100);
        assertThat(troubles.asked("{\"orderNo\":\"KP0000000023\"}").timeoutAfterSuccess())
                .isZero();
    }

    @Test
    void somebody_elses_card_is_sealed_for_another_order_or_one_that_another_order_has() throws IOException {
        var first = counter.place(wish("KP0000000101", 1)).items().getFirst();
        knobs.set(turned("somebodyElsesCard", 100));
        var foreign = counter.place(wish("KP0000000102", 1)).items().getFirst();
        assertThat(foreign.fault()).isEqualTo(Item.Fault.FOREIGN);
        assertThat(foreign.sealedFor()).isNotEqualTo("KP0000000102");
        sealed = false;
        restart();
        var anothers = counter.place(wish("KP0000000103", 1)).items().getFirst();
        assertThat(anothers.fault()).isEqualTo(Item.Fault.TWICE);
        assertThat(anothers.sha256()).isIn(first.sha256(), foreign.sha256());
    }

    @Test
    void the_journal_holds_digests_and_no_card() throws IOException {
        var order = counter.place(wish("KP0000000001", 2));
        var journal = Files.readString(home.resolve("journal.jsonl"));
        for (var item : order.items()) {
            var card = credentials.codes().card(shelf.product(item.sku()), item.serial());
            assertThat(Digests.ofCard(card.number().toLowerCase() + " - ")).isEqualTo(item.sha256());
            assertThat(journal).contains(item.sha256()).doesNotContain(card.number());
        }
        credentials.secrets().forEach(secret -> assertThat(journal).doesNotContain(secret));
        assertThat(journal).doesNotContain(credentials.cardKey());
    }

    @Test
    void the_same_folder_is_the_same_supplier() throws IOException {
        var secrets = credentials.secrets();
        var order = counter.place(wish("KP0000000002", 2));
        counter.place(wish("KP0000000003", 1));
        shelf.change("ED-ZX-EN", 1L, 7, false);
        long balance = shelf.balance();
        var products = shelf.products();
        restart();
        assertThat(credentials.secrets()).isEqualTo(secrets);
        assertThat(counter.order("KP0000000002")).isEqualTo(order);
        assertThat(shelf.balance()).isEqualTo(balance);
        assertThat(shelf.products()).isEqualTo(products);
        assertThat(counter.place(wish("KP0000000002", 2))).isEqualTo(order);
    }

    @Test
    void work_in_progress_goes_on_after_a_restart() throws IOException {
        knobs.set(turned("processingSeconds", 30));
        assertThat(counter.place(wish("KP0000000004", 1)).status()).isEqualTo(OrderStatus.ACCEPTED);
        clock.advance(Duration.ofSeconds(16));
        await().until(() -> counter.order("KP0000000004").status() == OrderStatus.PROCESSING);
        restart();
        clock.advance(Duration.ofSeconds(31));
        await().until(() -> counter.order("KP0000000004").status() == OrderStatus.SUCCEEDED);
    }

    @Test
    void half_a_line_at_the_end_never_happened() throws IOException {
        counter.place(wish("KP0000000005", 1));
        long balance = shelf.balance();
        close();
        var file = home.resolve("journal.jsonl");
        Files.writeString(
                file, "{\"seq\":99,\"type\":\"ACCEPTED\",\"order\":{", java.nio.file.StandardOpenOption.APPEND);
        open();
        assertThat(shelf.balance()).isEqualTo(balance);
        counter.place(wish("KP0000000006", 1));
        assertThat(Files.readAllLines(file)).allMatch(line -> line.endsWith("}"));
    }

    @Test
    void a_few_left_are_a_part_and_the_rest_may_follow() {
        shelf.change("ED-ZX-PY", null, 3, null);
        long before = shelf.balance();
        var part = counter.place(wish("KP0000000007", 5));
        assertThat(part.status()).isEqualTo(OrderStatus.PARTIAL);
        assertThat(part.items()).hasSize(3);
        assertThat(shelf.balance()).isEqualTo(before - 3 * 13000);
        assertThat(shelf.product("ED-ZX-PY").stock()).isZero();
        var whole = counter.complete("KP0000000007");
        assertThat(whole.status()).isEqualTo(OrderStatus.SUCCEEDED);
        assertThat(whole.items()).hasSize(5).startsWith(part.items().toArray(Item[]::new));
        assertThat(shelf.balance()).isEqualTo(before - 5 * 13000);
    }

    @Test
    void unused_cards_are_taken_back_once_and_used_ones_never() throws IOException {
        long before = shelf.balance();
        counter.place(wish("KP0000000008", 2));
        counter.redeem("KP0000000008", 1, Item.Redeem.USED);
        assertThat(returns.cancel("KP0000000008", "KC0000000001", java.util.List.of())
                        .status())
                .isEqualTo(CancelStatus.REFUSED);
        var back = returns.cancel("KP0000000008", "KC0000000002", java.util.List.of(2));
        assertThat(back.status()).isEqualTo(CancelStatus.AGREED);
        assertThat(back.refundableFen()).isEqualTo(13000);
        assertThat(returns.cancel("KP0000000008", "KC0000000002", java.util.List.of(2)))
                .isEqualTo(back);
        assertThat(shelf.balance()).isEqualTo(before - 13000);
        assertThatThrownBy(() -> returns.cancel("KP0000000008", "KC0000000002", java.util.List.of(1)))
                .isInstanceOf(Refused.class);
        restart();
        assertThat(shelf.balance()).isEqualTo(before - 13000);
    }

    @Test
    void secrets_rotate_in_two_steps_and_stay_so() throws IOException {
        var first = credentials.newest();
        credentials.rotate(true);
        credentials.rotate(true);
        assertThat(credentials.secrets()).hasSize(2).endsWith(first);
        restart();
        assertThat(credentials.secrets()).hasSize(2).endsWith(first);
        credentials.rotate(true);
        credentials.rotate(false);
        assertThat(credentials.secrets()).hasSize(1).doesNotContain(first);
    }
}
