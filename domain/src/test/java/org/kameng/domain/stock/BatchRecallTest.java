package org.kameng.domain.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.audit.AuditRow;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.vault.CardVault;
import org.kameng.domain.vault.RecalledCards;

class BatchRecallTest {
    private static final Actor OLGA = ShopFixture.OPERATOR;
    private static final Actor OSCAR = DomainTestContext.person("oscar", Role.OPERATOR);
    private static final String WHY = "upstream says the lot was never activated";

    private final ShopFixture shop = new ShopFixture();
    private final BatchRecalls recalls = shop.bean(BatchRecalls.class);
    private final OrderService orders = shop.bean(OrderService.class);
    private final ShopFixture.Offer offer = shop.offer();
    private final long bad = shop.addCards(offer, 5, "2028-01-31").batchId();

    @Test
    void a_batch_nobody_bought_from_is_called_back_by_one_person_once() {
        var recall = recalls.ask(OLGA, bad, WHY);
        assertThat(recall.state()).isEqualTo(RecallState.DONE);
        assertThat(recall.withdrawn()).isEqualTo(5);
        assertThat(recalls.ask(OSCAR, bad, "again")).isEqualTo(recall);
        assertThat(stock()).isZero();
        assertThat(recalls.batch(OLGA, bad).recalled()).isTrue();
        assertThat(told("batch", String.valueOf(bad)))
                .containsExactly("batch.recalled", "batch.recall-asked", "cards.imported");
    }

    @Test
    void an_unpaid_order_gets_another_card_and_is_delivered_from_it() {
        var no = shop.placed(shop.customer(), offer, 2);
        var good = shop.addCards(offer, 1, "").batchId();
        var recall = recalls.ask(OLGA, bad, WHY);
        assertThat(recall.state()).isEqualTo(RecallState.DONE);
        assertThat(recall.orders()).containsExactly(new RecallView.Held(no, 1, 1));
        assertThat(recall.withdrawn()).as("free ones and reserved ones").isEqualTo(5);
        assertThat(told("order", no.value())).contains("order.cards-recalled");
        shop.pay(no, offer, 2);
        var delivered = orders.deliverFromStock(no);
        assertThat(delivered.delivered()).isEqualTo(1);
        assertThat(delivered.open()).as("refunded or bought, as any shortage").isEqualTo(1);
        assertThat(batchesOf(no)).containsOnly(good);
    }

    @Test
    void with_cards_sold_a_second_person_decides_and_the_first_cannot() {
        var no = delivered(2);
        var recall = recalls.ask(OLGA, bad, WHY);
        assertThat(recall.state()).isEqualTo(RecallState.LOCKED);
        assertThat(stock()).as("the sale stops with the first person").isZero();
        assertThatThrownBy(() -> recalls.confirm(OLGA, recall.id(), "yes")).hasMessageContaining("FOUR_EYES");
        assertThatThrownBy(() -> recalls.confirm(OSCAR, recall.id(), " ")).hasMessageContaining("REASON_REQUIRED");
        assertThatThrownBy(() -> recalls.confirm(ShopFixture.SUPPORT, recall.id(), "yes"))
                .hasMessageContaining("ACCESS_DENIED");
        assertThat(recalls.confirm(OSCAR, recall.id(), "checked with the supplier")
                        .state())
                .isEqualTo(RecallState.DONE);
        assertThat(recalls.lift(OSCAR, recall.id(), "too late").state())
                .as("what is decided stays decided")
                .isEqualTo(RecallState.DONE);
        assertThat(recalls.sold(ShopFixture.SUPPORT, bad, PageRequest.first(10)).rows())
                .extracting(RecalledCards.SoldCard::order)
                .containsExactly(no, no);
        assertThat(told("batch", String.valueOf(bad)))
                .startsWith("batch.recalled", "access.refused", "batch.recall-locked", "batch.recall-asked");
    }

    @Test
    void the_second_person_may_lift_it_and_the_cards_are_back_and_can_be_called_back_again() {
        delivered(1);
        var recall = recalls.ask(OLGA, bad, WHY);
        assertThat(recalls.lift(OSCAR, recall.id(), "it was another lot").state())
                .isEqualTo(RecallState.LIFTED);
        assertThat(stock()).isEqualTo(4);
        assertThat(recalls.ask(OSCAR, bad, "it was this lot after all").id()).isNotEqualTo(recall.id());
        assertThat(stock()).isZero();
    }

    @Test
    void a_recall_that_one_person_made_in_error_can_be_lifted_by_another() {
        var recall = recalls.ask(OLGA, bad, WHY);
        assertThatThrownBy(() -> recalls.lift(OLGA, recall.id(), "wrong batch")).hasMessageContaining("FOUR_EYES");
        assertThat(recalls.lift(OSCAR, recall.id(), "wrong batch").state()).isEqualTo(RecallState.LIFTED);
        assertThat(stock()).isEqualTo(5);
        shop.placed(shop.customer(), offer, 5);
    }

    @Test
    void a_card_that_an_order_lets_go_of_after_the_recall_stays_out_of_stock() {
        var no = shop.placed(shop.customer(), offer, 1);
        shop.context()
                .inTransaction(() -> shop.bean(RecalledCards.class)
                        .lock(bad, shop.context().clock().instant()));
        orders.close(no, "EXPIRED");
        assertThat(stock()).isZero();
        assertThat(shop.bean(CardVault.class)
                        .batches(OLGA, PageRequest.first(200))
                        .rows())
                .filteredOn(row -> row.batchId() == bad)
                .allSatisfy(row -> assertThat(row.withdrawn()).isEqualTo(5));
    }

    @Test
    void a_recall_that_was_cut_off_is_finished_by_the_sweep() {
        var no = shop.placed(shop.customer(), offer, 1);
        var table = shop.bean(RecallTable.class);
        var now = shop.context().clock().instant();
        var id = shop.context().inTransaction(() -> {
            var withdrawn = shop.bean(RecalledCards.class).lock(bad, now);
            return table.add(bad, OLGA, WHY, withdrawn, now);
        });
        shop.context().clock().advance(Duration.ofMinutes(2));
        shop.bean(TwoPersonRecalls.class).sweep(100);
        assertThat(table.find(id).orElseThrow().state()).isEqualTo(RecallState.DONE);
        assertThat(recalls.of(OLGA, bad).orElseThrow().orders()).containsExactly(new RecallView.Held(no, 0, 1));
    }

    @Test
    void whatever_happens_to_orders_meanwhile_no_card_of_the_batch_is_left_to_sell_and_the_books_agree()
            throws Exception {
        for (var round = 0; round < 6; round++) {
            var mixed = shop.offer();
            var batch = shop.addCards(mixed, 12, "2028-01-31").batchId();
            shop.addCards(mixed, 8, "");
            var work = new ArrayList<Callable<Object>>();
            for (var n = 0; n < 6; n++) {
                var no = shop.placed(shop.customer(), mixed, 2);
                if (n % 3 == 0) work.add(() -> orders.close(no, "EXPIRED"));
                if (n % 3 == 1) {
                    shop.pay(no, mixed, 2);
                    work.add(() -> orders.deliverFromStock(no));
                }
                work.add(() -> orders.place(shop.customer(), shop.wish(mixed, 1)));
            }
            work.add(() -> recalls.ask(OLGA, batch, WHY));
            work.add(() -> recalls.ask(OSCAR, batch, WHY));
            java.util.Collections.shuffle(work, new java.util.Random(round));
            try (var pool = Executors.newFixedThreadPool(6)) {
                for (var done : pool.invokeAll(work)) done.get();
            }
            assertThat(count("batch_id = " + batch + " and state in (0, 1)"))
                    .as("round %d", round)
                    .isZero();
            assertThat(recalls.of(OLGA, batch).orElseThrow().withdrawn())
                    .isEqualTo(count("batch_id = " + batch + " and state = 3"));
            assertThat(shop.bean(StockMeter.class)
                            .read(
                                    OLGA,
                                    new StockFilter(mixed.sku().value(), StockFilter.Look.ALL),
                                    PageRequest.first(200))
                            .rows())
                    .filteredOn(row -> row.offer().sku().equals(mixed.sku()))
                    .allSatisfy(row -> assertThat(row.drift()).isZero());
        }
    }

    @Test
    void the_list_for_after_sales_names_orders_and_nothing_of_buyers_or_secrets() {
        var no = delivered(2);
        recalls.ask(OLGA, bad, WHY);
        var broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("the connection is gone");
            }
        };
        assertThatThrownBy(() -> recalls.export(ShopFixture.SUPPORT, bad, broken))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(told("batch", String.valueOf(bad))).as("also what broke off").startsWith("batch.sold-exported");
        var out = new ByteArrayOutputStream();
        recalls.export(ShopFixture.SUPPORT, bad, out);
        var lines = out.toString(StandardCharsets.UTF_8).split("\r\n");
        assertThat(lines[0]).isEqualTo("\uFEFFbatch,sku,seller,order_no,line,slot,card_id,delivered_at");
        assertThat(lines).hasSize(3);
        assertThat(lines[1]).startsWith(bad + "," + offer.sku() + ",").contains("," + no + ",1,1,");
        assertThat(told("batch", String.valueOf(bad))).startsWith("batch.sold-exported");
        assertThatThrownBy(() -> recalls.export(ShopFixture.FINANCE, bad, out)).hasMessageContaining("ACCESS_DENIED");
    }

    private OrderNo delivered(int quantity) {
        var no = shop.placed(shop.customer(), offer, quantity);
        shop.pay(no, offer, quantity);
        assertThat(orders.deliverFromStock(no).delivered()).isEqualTo(quantity);
        return no;
    }

    private int stock() {
        return count("offer_id = (select id from offer where sku_code = '" + offer.sku() + "') and state = 0");
    }

    private int count(String where) {
        return shop.context()
                .sql()
                .sql("select count(*) from card where " + where)
                .query(Integer.class)
                .single();
    }

    private List<Long> batchesOf(OrderNo no) {
        return shop.context()
                .sql()
                .sql("select batch_id from card where order_no = :no")
                .param("no", no.value())
                .query(Long.class)
                .list();
    }

    private List<String> told(String kind, String no) {
        return shop
                .bean(AuditQuery.class)
                .of(DomainTestContext.person("ada", Role.AUDITOR), kind, no, PageRequest.first(50))
                .rows()
                .stream()
                .map(AuditRow::what)
                .toList();
    }
}
