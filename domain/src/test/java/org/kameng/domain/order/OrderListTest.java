package org.kameng.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.AccountTestData;
import org.kameng.domain.account.CodePurpose;
import org.kameng.domain.account.Guests;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;

/** What staff do with the list beyond looking: take it away, find a customer's orders, keep views of their own. */
class OrderListTest {
    private final ShopFixture shop = new ShopFixture();
    private final OrderService orders = shop.bean(OrderService.class);
    private final AccountTestData people = new AccountTestData(shop.context());
    private final Actor sam = people.staff(people.freshLogin(), Role.SUPPORT_AGENT);

    @Test
    void an_export_hands_over_every_order_once_across_pages_even_while_others_are_placed() {
        var offer = shop.offerWithCards(40);
        var placed = new ArrayList<OrderNo>();
        for (var i = 0; i < 7; i++) placed.add(shop.placed(shop.customer(), offer, 1));
        var lists = shop.bean(OrderLists.class);
        var filter = bySku(offer);
        var seen = new ArrayList<OrderRow>();
        var more = true;
        while (more) {
            var page = lists.after(filter, seen.isEmpty() ? null : seen.getLast(), 2);
            seen.addAll(page.rows());
            more = page.more();
            shop.context().clock().advance(Duration.ofSeconds(1));
            shop.placed(shop.customer(), offer, 1);
        }
        assertThat(seen).extracting(OrderRow::no).containsExactlyInAnyOrderElementsOf(placed);
        assertThat(seen).allMatch(row -> row.maskedBuyer().startsWith("139****"));
    }

    @Test
    void an_export_is_an_act_of_the_person_and_limited() {
        var offer = shop.offerWithCards(2);
        var no = shop.placed(shop.customer(), offer, 1);
        var rows = new ArrayList<OrderRow>();
        assertThat(orders.export(sam, bySku(offer), "CSV").each(rows::add)).isTrue();
        assertThat(rows).extracting(OrderRow::no).containsExactly(no);
        var act = shop.bean(AuditQuery.class)
                .of(sam, "orders", sam.requireAccount().toString(), PageRequest.first(5))
                .rows()
                .getFirst();
        assertThat(act.what()).isEqualTo("orders.exported");
        assertThat(act.actorName()).isEqualTo(sam.name());
        assertThat(act.facts()).containsEntry("form", "CSV").containsEntry("orders", 1);
        shop.placed(shop.customer(), offer, 1);
        assertThat(shop.bean(OrderExport.class)
                        .open(sam, bySku(offer), "CSV", 1)
                        .each(rows::add))
                .as("there were more than it may hold")
                .isFalse();
        assertThat(rows).hasSize(2);
        for (var i = 2; i < 20; i++) orders.export(sam, bySku(offer), "CSV");
        assertThatThrownBy(() -> orders.export(sam, bySku(offer), "CSV")).hasMessage("RATE_LIMITED");
        assertThatThrownBy(() -> orders.export(shop.customer(), OrderFilter.ALL, "CSV"))
                .hasMessage("ACCESS_DENIED");
        assertThat(rows).hasSize(2);
    }

    @Test
    void what_somebody_bought_as_a_guest_is_found_by_the_phone_before_and_after_the_registration() {
        var accounts = shop.bean(AccountService.class);
        var guests = shop.bean(Guests.class);
        var phone = people.freshPhone();
        var code = people.requestCode(phone, CodePurpose.GUEST);
        var guest = guests.enter(phone, code, guests.consent().version(), people.freshIp())
                .account();
        assertThat(accounts.findByPhone(sam, phone)).containsExactly(guest);
        shop.context().clock().advance(Duration.ofMinutes(1));
        var person = people.register(
                phone, people.requestCode(phone, CodePurpose.REGISTER), AccountTestData.PASSWORD, people.freshIp());
        assertThat(accounts.findByPhone(sam, phone)).containsExactlyInAnyOrder(guest, person);
    }

    @Test
    void a_customer_s_orders_are_found_by_the_whole_phone_and_the_search_is_recorded_without_it() {
        var accounts = shop.bean(AccountService.class);
        var phone = people.freshPhone();
        var id = accounts.createCustomer(Actor.system("test"), phone, AccountTestData.PASSWORD);
        var offer = shop.offerWithCards(2);
        var mine = shop.placed(people.actor(id), offer, 1);
        shop.placed(shop.customer(), offer, 1);
        assertThat(accounts.findByPhone(sam, "+86 " + phone)).containsExactly(id);
        var ofBuyer = new OrderFilter(null, Set.of(), null, null, null, null, Set.of(id));
        assertThat(orders.find(sam, ofBuyer, PageRequest.first(10)).rows())
                .extracting(OrderRow::no)
                .containsExactly(mine);
        assertThat(accounts.findByPhone(sam, "13700000000")).isEmpty();
        assertThat(orders.count(sam, new OrderFilter(null, Set.of(), null, null, null, null, Set.of())))
                .as("nobody's orders")
                .isZero();
        assertThatThrownBy(() -> accounts.findByPhone(sam, phone.substring(7))).hasMessage("PHONE_INVALID");
        for (var role : Set.of(Role.OPERATOR, Role.ADMIN, Role.CUSTOMER))
            assertThatThrownBy(() -> accounts.findByPhone(DomainTestContext.person("x", role), phone))
                    .hasMessage("ACCESS_DENIED");
        assertThat(shop.context()
                        .sql()
                        .sql(
                                "select convert_from(canonical, 'UTF8') from audit_event where what = 'account.phone-searched' and actor_account = :sam")
                        .param("sam", sam.requireAccount().value())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneMatch(row -> row.contains(phone));
        for (var i = 2; i < 60; i++) accounts.findByPhone(sam, phone);
        assertThatThrownBy(() -> accounts.findByPhone(sam, phone)).hasMessage("RATE_LIMITED");
    }

    @Test
    void saved_views_belong_to_one_person_and_hold_no_phone() {
        var views = shop.bean(SavedViews.class);
        var sue = people.staff(people.freshLogin(), Role.SUPPORT_AGENT);
        views.save(sam, new SavedView(" held ", "state=ON_HOLD"));
        views.save(sam, new SavedView("held", "state=ON_HOLD,PAID"));
        assertThat(views.of(sam)).containsExactly(new SavedView("held", "state=ON_HOLD,PAID"));
        assertThat(views.of(sue)).isEmpty();
        assertThatThrownBy(() -> views.save(sam, new SavedView("x", "q=13912345678")))
                .hasMessage("INVALID_INPUT");
        views.save(sam, new SavedView("number", "q=KM13912345678"));
        assertThatThrownBy(() -> views.save(sam, new SavedView(" ", "q=KM"))).hasMessage("INVALID_INPUT");
        assertThatThrownBy(() -> views.save(shop.customer(), new SavedView("x", "")))
                .hasMessage("ACCESS_DENIED");
        for (var i = 2; i < SavedViews.MOST; i++) views.save(sam, new SavedView("v" + i, ""));
        assertThatThrownBy(() -> views.save(sam, new SavedView("one more", ""))).hasMessage("TOO_MANY_VIEWS");
        views.remove(sue, "held");
        assertThat(views.of(sam)).hasSize(SavedViews.MOST);
        views.remove(sam, "held");
        assertThat(views.of(sam)).hasSize(SavedViews.MOST - 1);
    }

    private static OrderFilter bySku(ShopFixture.Offer offer) {
        return new OrderFilter(null, Set.of(), null, offer.sku(), null, null, null);
    }
}
