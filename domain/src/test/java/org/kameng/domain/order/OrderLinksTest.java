package org.kameng.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.account.AccountTestData;
import org.kameng.domain.account.CodePurpose;
import org.kameng.domain.account.Guests;
import org.kameng.domain.account.SmsOutbox;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;

class OrderLinksTest {
    private final ShopFixture shop = new ShopFixture(DomainTestContext.farAhead());
    private final AccountTestData people = new AccountTestData(DomainTestContext.farAhead());
    private final OrderLinks links = shop.bean(OrderLinks.class);
    private final String phone = people.freshPhone();
    private Actor guest;
    private OrderNo no;
    private String token;

    @BeforeEach
    void a_guest_was_told_of_a_delivery() {
        var guests = shop.bean(Guests.class);
        var code = people.requestCode(phone, CodePurpose.GUEST);
        var in = guests.enter(phone, code, guests.consent().version(), people.freshIp());
        guest = new Actor(in.account(), in.displayName(), in.roles());
        var offer = shop.offerWithCards(1);
        no = shop.placed(guest, offer, 1);
        shop.context().drain(SmsOutbox.TOPIC);
        shop.pay(no, offer, 1);
        shop.bean(OrderService.class).deliverFromStock(no);
        shop.bean(OrderNotices.class).delivered(no);
        var link = people.takeSms(phone).params().get("link");
        assertThat(link)
                .matches("http://127\\.0\\.0\\.1:8080/o/[A-Za-z0-9_-]{43}")
                .doesNotContain(no.value());
        token = link.substring(link.lastIndexOf('/') + 1);
        shop.context().clock().advance(Duration.ofMinutes(2));
    }

    @Test
    void the_link_alone_shows_name_and_state_and_twenty_fetches_write_nothing() {
        var before = everything();
        for (var i = 0; i < 20; i++) {
            var seen = links.look(token, "10.9.9.9");
            assertThat(seen).isEqualTo(new LinkedOrder("测试点卡 30", "Test 30", 1, OrderState.DELIVERED, false));
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_guest_who_places_and_cancels_in_a_circle_is_stopped_within_the_hour() {
        var offer = shop.offerWithCards(1);
        var orders = shop.bean(OrderService.class);
        assertThatThrownBy(() -> {
                    for (var placed = 0; placed <= OrderRules.GUEST_ORDERS_PER_HOUR; placed++)
                        orders.close(shop.placed(guest, offer, 1), "cancelled");
                })
                .hasMessage("RATE_LIMITED");
        shop.context().clock().advance(Duration.ofHours(1));
        orders.close(shop.placed(guest, offer, 1), "cancelled");
    }

    @Test
    void the_link_comes_with_the_order_and_opens_it_for_cancelling() {
        var unpaid = shop.placed(guest, shop.offerWithCards(1), 1);
        var sms = people.takeSms(phone);
        assertThat(sms.template()).isEqualTo("order-guest");
        var early = sms.params().get("link").replaceAll(".*/", "");
        assertThat(links.look(early, people.freshIp()).state()).isEqualTo(OrderState.AWAITING_PAYMENT);
        links.requestCode(early, phone, people.freshIp());
        var code = people.takeSms(phone).params().get("code");
        var opened = links.open(early, phone, code, people.freshIp());
        var buyer = new Actor(
                opened.buyer().account(),
                opened.buyer().displayName(),
                opened.buyer().roles());
        var orders = shop.bean(OrderService.class);
        orders.cancel(buyer, opened.order());
        assertThat(orders.view(buyer, unpaid).cancelRequested()).isTrue();
    }

    @Test
    void link_and_phone_code_open_the_order_to_its_guest() {
        links.requestCode(token, phone, people.freshIp());
        var code = people.takeSms(phone).params().get("code");
        var opened = links.open(token, phone, code, people.freshIp());
        assertThat(opened.order()).isEqualTo(no);
        assertThat(opened.buyer().account()).isEqualTo(guest.account());
        assertThatThrownBy(() -> links.open(token, phone, code, people.freshIp()))
                .hasMessageContaining("CODE_WRONG");
    }

    @Test
    void years_later_the_link_is_over_but_within_its_life_it_beats_the_sixty_days() {
        shop.context().clock().advance(Duration.ofDays(100));
        links.requestCode(token, phone, people.freshIp());
        var code = people.takeSms(phone).params().get("code");
        assertThat(links.open(token, phone, code, people.freshIp()).buyer().account())
                .isEqualTo(guest.account());
        shop.context().clock().advance(Duration.ofDays(81));
        assertThatThrownBy(() -> links.look(token, people.freshIp())).hasMessageContaining("LINK_INVALID");
        shop.bean(OrderLinkTable.class).sweep(1000);
        assertThat(shop.context()
                        .sql()
                        .sql("select count(*) from order_link where order_no = :no")
                        .param("no", no.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void another_phone_gets_no_code_and_no_order_and_the_same_answer_and_is_recorded() {
        var stranger = people.freshPhone();
        links.requestCode(token, stranger, people.freshIp());
        assertThatThrownBy(() -> people.takeSms(stranger)).hasMessageContaining("no text message");
        assertThatThrownBy(() -> links.open(token, stranger, "123456", people.freshIp()))
                .hasMessageContaining("CODE_WRONG");
        assertThat(refusals(no.value())).isEqualTo(2);
    }

    @Test
    void a_phone_that_just_had_a_code_elsewhere_is_not_told_apart_from_a_wrong_one() {
        people.requestCode(phone, CodePurpose.GUEST);
        links.requestCode(token, phone, people.freshIp());
        assertThatThrownBy(() -> people.takeSms(phone)).hasMessageContaining("no text message");
    }

    @Test
    void tries_per_link_are_limited_whatever_is_tried() {
        for (var i = 0; i < 10; i++) {
            assertThatThrownBy(() -> links.open(token, people.freshPhone(), "123456", people.freshIp()))
                    .hasMessageContaining("CODE_WRONG");
        }
        assertThatThrownBy(() -> links.open(token, phone, "123456", people.freshIp()))
                .hasMessageContaining("RATE_LIMITED");
    }

    @Test
    void unknown_links_are_refused_recorded_and_limited_by_address() {
        var ip = people.freshIp();
        var before = refusals("unknown");
        for (var i = 0; i < 60; i++) {
            assertThatThrownBy(() -> links.look("no-such-link", ip)).hasMessageContaining("LINK_INVALID");
        }
        assertThatThrownBy(() -> links.look("no-such-link", ip)).hasMessageContaining("RATE_LIMITED");
        assertThat(refusals("unknown")).isEqualTo(Math.min(200, before + 60));
        assertThat(links.look(token, ip).state()).as("a good link opens still").isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void what_went_into_an_account_is_opened_by_logging_in_there() {
        var code = people.requestCode(phone, CodePurpose.REGISTER);
        people.register(phone, code, AccountTestData.PASSWORD, people.freshIp());
        assertThat(links.look(token, people.freshIp()).inAccount()).isTrue();
        assertThatThrownBy(() -> links.open(token, phone, "123456", people.freshIp()))
                .hasMessageContaining("MOVED_TO_ACCOUNT");
    }

    @Test
    void another_guest_sees_neither_order_nor_cards() {
        var guests = shop.bean(Guests.class);
        var other = people.freshPhone();
        var code = people.requestCode(other, CodePurpose.GUEST);
        var in = guests.enter(other, code, guests.consent().version(), people.freshIp());
        var stranger = new Actor(in.account(), in.displayName(), in.roles());
        assertThatThrownBy(() -> shop.bean(OrderService.class).view(stranger, no))
                .hasMessageContaining("ACCESS_DENIED");
        assertThatThrownBy(() -> shop.bean(OrderService.class).cancel(stranger, no))
                .hasMessageContaining("ACCESS_DENIED");
        assertThat(refusals(no.value())).isEqualTo(2);
    }

    @Test
    void no_token_lies_in_the_database() {
        for (var table : new String[] {"order_link", "outbox", "audit_event", "rate_window"}) {
            var rows = shop.context()
                    .sql()
                    .sql("select count(*) from " + table + " t where position(:token in t::text) > 0"
                            + " or position(encode(convert_to(:token, 'UTF8'), 'hex') in t::text) > 0")
                    .param("token", token)
                    .query(Integer.class)
                    .single();
            assertThat(rows).as(table).isZero();
        }
    }

    private long refusals(String subject) {
        var auditor = DomainTestContext.person("ada", Role.AUDITOR);
        return shop.bean(AuditQuery.class).of(auditor, "order", subject, PageRequest.first(200)).rows().stream()
                .filter(row -> row.what().equals("access.refused"))
                .count();
    }

    private String everything() {
        return shop.context()
                .sql()
                .sql("""
                        select concat_ws('/', (select count(*) from audit_event), (select max(id) from audit_event),
                          (select coalesce(sum(taken), 0) from rate_window), (select count(*) from order_link),
                          (select coalesce(sum(tries), 0) from phone_code), (select count(*) from outbox),
                          (select version from orders where no = :no), (select count(*) from card_first_reveal))""")
                .param("no", no.value())
                .query(String.class)
                .single();
    }
}
