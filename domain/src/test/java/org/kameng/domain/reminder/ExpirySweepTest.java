package org.kameng.domain.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.account.AccountTestData;
import org.kameng.domain.account.CodePurpose;
import org.kameng.domain.account.Guests;
import org.kameng.domain.account.Sms;
import org.kameng.domain.account.SmsOutbox;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.vault.CardVault;
import org.kameng.domain.vault.RevealContext;

class ExpirySweepTest {
    private final ShopFixture shop = new ShopFixture(DomainTestContext.farAhead());
    private final ExpirySweep sweep = shop.bean(ExpirySweep.class);
    private final CardVault vault = shop.bean(CardVault.class);

    @Test
    void an_owner_is_reminded_thirty_seven_and_one_day_before_and_each_time_once() {
        var buyer = shop.customer();
        deliver(buyer, 3, 40);
        assertThat(reminders(buyer)).isEmpty();
        for (var step : List.of(List.of(10, 30), List.of(23, 7), List.of(6, 1))) {
            tomorrowAt(10, step.getFirst());
            var told = reminders(buyer);
            assertThat(told).hasSize(1);
            assertThat(told.getFirst().params())
                    .containsEntry("cards", "3")
                    .containsEntry("days", step.getLast().toString());
            assertThat(told.getFirst().params().get("link")).endsWith("/cards?show=expiring");
            assertThat(reminders(buyer)).as("not a second time").isEmpty();
        }
        tomorrowAt(10, 2);
        assertThat(reminders(buyer)).as("expired").isEmpty();
        var auditor = DomainTestContext.person("ada", Role.AUDITOR);
        assertThat(shop.bean(AuditQuery.class)
                        .of(auditor, "account", buyer.requireAccount().toString(), PageRequest.first(50))
                        .rows())
                .filteredOn(row -> row.what().equals("cards.expiry-reminded"))
                .hasSize(3);
    }

    @Test
    void days_without_a_sweep_lose_no_reminder_and_give_no_two_at_once() {
        var buyer = shop.customer();
        deliver(buyer, 1, 40);
        tomorrowAt(9, 35);
        assertThat(reminders(buyer))
                .hasSize(1)
                .allMatch(sms -> sms.params().get("days").equals("5"));
    }

    @Test
    void at_night_nothing_is_sent_and_the_morning_sends_it_with_the_days_of_the_morning() {
        var buyer = shop.customer();
        deliver(buyer, 1, 8);
        tomorrowAt(22, 1);
        assertThat(reminders(buyer)).isEmpty();
        tomorrowAt(7, 1);
        assertThat(reminders(buyer)).isEmpty();
        shop.context().clock().advance(Duration.ofHours(1));
        assertThat(reminders(buyer))
                .hasSize(1)
                .allMatch(sms -> sms.params().get("days").equals("6"));
    }

    @Test
    void a_card_that_was_seen_is_mentioned_on_the_last_day_only() {
        var buyer = shop.customer();
        var no = deliver(buyer, 1, 40);
        vault.reveal(
                buyer,
                vault.ofOrder(buyer, no, PageRequest.first(200))
                        .rows()
                        .getFirst()
                        .cardId(),
                new RevealContext("10.1.1.1", "x", null));
        tomorrowAt(10, 35);
        assertThat(reminders(buyer)).isEmpty();
        tomorrowAt(10, 4);
        assertThat(reminders(buyer)).hasSize(1);
    }

    @Test
    void what_was_bought_shortly_before_is_not_reminded_of_at_once() {
        var buyer = shop.customer();
        tomorrowAt(10, 1);
        deliver(buyer, 1, 20);
        assertThat(reminders(buyer)).isEmpty();
        tomorrowAt(10, 13);
        assertThat(reminders(buyer)).hasSize(1);
    }

    @Test
    void who_turned_it_off_hears_nothing_until_it_is_on_again() {
        var choice = shop.bean(ReminderChoice.class);
        var buyer = shop.customer();
        deliver(buyer, 1, 40);
        assertThat(choice.isOn(buyer)).isTrue();
        choice.turn(buyer, false);
        choice.turn(buyer, false);
        tomorrowAt(10, 10);
        assertThat(reminders(buyer)).isEmpty();
        assertThat(choice.isOn(buyer)).isFalse();
        choice.turn(buyer, true);
        assertThat(reminders(buyer)).hasSize(1);
    }

    @Test
    void a_guest_gets_a_link_to_the_order_and_its_adopter_the_card_box() {
        var people = new AccountTestData(DomainTestContext.farAhead());
        var phone = people.freshPhone();
        var guest = guest(people, phone);
        deliver(guest, 1, 40);
        tomorrowAt(10, 10);
        assertThat(reminders(guest))
                .hasSize(1)
                .allMatch(sms -> sms.params().get("link").matches(".*/o/[A-Za-z0-9_-]{43}"));
        var id = people.register(
                phone, people.requestCode(phone, CodePurpose.REGISTER), AccountTestData.PASSWORD, people.freshIp());
        var person = new Actor(id, "x", java.util.Set.of(Role.CUSTOMER));
        tomorrowAt(10, 23);
        assertThat(reminders(person))
                .hasSize(1)
                .allMatch(sms -> sms.params().get("link").endsWith("/cards?show=expiring"));
    }

    @Test
    void a_guest_whose_phone_may_be_somebody_else_s_by_now_is_sent_no_link() {
        var people = new AccountTestData(DomainTestContext.farAhead());
        var guest = guest(people, people.freshPhone());
        deliver(guest, 1, 95);
        tomorrowAt(10, 65);
        assertThat(reminders(guest)).isEmpty();
    }

    private Actor guest(AccountTestData people, String phone) {
        var guests = shop.bean(Guests.class);
        var code = people.requestCode(phone, CodePurpose.GUEST);
        var in = guests.enter(phone, code, guests.consent().version(), people.freshIp());
        return new Actor(in.account(), in.displayName(), in.roles());
    }

    private OrderNo deliver(Actor buyer, int cards, int daysLeft) {
        var offer = shop.offer();
        var expires = ShopTime.today(shop.context().clock()).plusDays(daysLeft);
        shop.addCards(offer, cards, expires.toString());
        return shop.delivered(buyer, offer, cards);
    }

    /** Turns the clock to an hour of the day that comes so many days later. */
    private void tomorrowAt(int hour, int days) {
        var clock = shop.context().clock();
        var now = ZonedDateTime.ofInstant(clock.instant(), ShopTime.ZONE);
        var then =
                now.toLocalDate().plusDays(days).atTime(LocalTime.of(hour, 0)).atZone(ShopTime.ZONE);
        clock.advance(Duration.between(now, then));
    }

    private List<Sms> reminders(Actor owner) {
        while (sweep.sweep(500) == 500) Thread.onSpinWait();
        var id = owner.requireAccount().toString();
        var sms = shop.bean(SmsOutbox.class);
        return shop.context().drain(SmsOutbox.TOPIC).stream()
                .filter(message -> message.messageId().startsWith("cards-expire:" + id))
                .map(sms::open)
                .toList();
    }
}
