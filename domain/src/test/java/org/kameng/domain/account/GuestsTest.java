package org.kameng.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.PlaceResult;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.vault.BoxFilter;
import org.kameng.domain.vault.CardBox;
import org.kameng.domain.vault.CardVault;
import org.kameng.domain.vault.RevealContext;

class GuestsTest {
    private static final RevealContext HERE = new RevealContext("10.1.2.3", "Firefox", null);
    private final ShopFixture shop = new ShopFixture(DomainTestContext.farAhead());
    private final AccountTestData people = new AccountTestData(DomainTestContext.farAhead());
    private final Guests guests = shop.bean(Guests.class);
    private final AccountService accounts = shop.bean(AccountService.class);
    private final StaffService staff = shop.bean(StaffService.class);
    private final CardBox box = shop.bean(CardBox.class);

    @Test
    void a_guest_buys_and_reveals_with_nothing_but_a_phone_code_and_cannot_log_in() {
        var phone = people.freshPhone();
        var guest = enter(phone);
        assertThat(guest.roles()).containsExactly(Role.GUEST);
        var no = shop.delivered(guest, shop.offerWithCards(1), 1);
        var vault = shop.bean(CardVault.class);
        var card = vault.ofOrder(guest, no, PageRequest.first(200))
                .rows()
                .getFirst()
                .cardId();
        assertThat(vault.reveal(guest, card, HERE).number()).isNotBlank();
        assertThat(accounts.logIn(phone, "!", people.freshIp())).isInstanceOf(LogInResult.Refused.class);
        assertThat(accounts.findByLogin(Actor.system("test"), phone)).isEmpty();
    }

    @Test
    void without_the_code_or_the_words_of_today_nobody_enters() {
        var phone = people.freshPhone();
        var code = people.requestCode(phone, CodePurpose.GUEST);
        var words = guests.consent().version();
        assertThatThrownBy(() -> guests.enter(phone, code, "2020-01", people.freshIp()))
                .hasMessageContaining("CONSENT_NEEDED");
        assertThatThrownBy(() -> guests.enter(phone, wrong(code), words, people.freshIp()))
                .hasMessageContaining("CODE_WRONG");
        assertThat(guests.enter(phone, code, words, people.freshIp()).account()).isNotNull();
        assertThatThrownBy(() -> guests.enter(phone, code, words, people.freshIp()))
                .as("a code serves once")
                .hasMessageContaining("CODE_WRONG");
    }

    @Test
    void a_code_for_registering_opens_no_guest() {
        var phone = people.freshPhone();
        var code = people.requestCode(phone, CodePurpose.REGISTER);
        assertThatThrownBy(() -> guests.enter(phone, code, guests.consent().version(), people.freshIp()))
                .hasMessageContaining("CODE_WRONG");
    }

    @Test
    void the_phone_finds_the_same_guest_for_sixty_days_and_a_new_one_after() {
        var phone = people.freshPhone();
        var first = enter(phone);
        shop.context().clock().advance(Duration.ofDays(59));
        assertThat(enter(phone).account()).isEqualTo(first.account());
        shop.context().clock().advance(Duration.ofDays(59));
        assertThat(enter(phone).account()).as("each proof counts anew").isEqualTo(first.account());
        shop.context().clock().advance(Duration.ofDays(61));
        var recycled = enter(phone);
        assertThat(recycled.account())
                .as("the number may be somebody else's now")
                .isNotEqualTo(first.account());
    }

    @Test
    void registering_brings_the_guest_purchases_along_and_ends_the_guest() {
        var phone = people.freshPhone();
        var guest = enter(phone);
        var no = shop.delivered(guest, shop.offerWithCards(2), 2);
        shop.context().drain(SmsOutbox.TOPIC);
        var person = register(phone);
        assertThat(box.cards(person, BoxFilter.ALL, PageRequest.first(10)).rows())
                .hasSize(2);
        assertThat(shop.bean(OrderService.class).view(person, no).no()).isEqualTo(no);
        assertThat(shop.bean(OrderService.class)
                        .ofCustomer(person, PageRequest.first(10))
                        .rows())
                .hasSize(1);
        var card = box.cards(person, BoxFilter.ALL, PageRequest.first(1)).rows().getFirst();
        shop.bean(CardVault.class).reveal(person, card.cardId(), HERE);
        assertThat(accounts.find(guest.requireAccount()).orElseThrow().disabled())
                .isTrue();
        assertThat(guests.isOpen(guest.requireAccount())).isFalse();
    }

    @Test
    void a_number_that_changed_its_owner_takes_nothing_over() {
        var phone = people.freshPhone();
        var former = enter(phone);
        var no = shop.delivered(former, shop.offerWithCards(1), 1);
        shop.context().drain(SmsOutbox.TOPIC);
        shop.context().clock().advance(Duration.ofDays(91));
        var newcomer = register(phone);
        assertThat(box.cards(newcomer, BoxFilter.ALL, PageRequest.first(10)).rows())
                .isEmpty();
        assertThatThrownBy(() -> shop.bean(OrderService.class).view(newcomer, no))
                .hasMessageContaining("ACCESS_DENIED");
    }

    @Test
    void an_account_gets_later_purchases_only_by_a_code_to_its_phone() {
        var phone = people.freshPhone();
        var person = register(phone);
        var guest = enter(phone);
        shop.delivered(guest, shop.offerWithCards(1), 1);
        shop.context().drain(SmsOutbox.TOPIC);
        assertThat(actor(accounts.logIn(phone, AccountTestData.PASSWORD, people.freshIp()))
                        .adopted())
                .as("the account's phone may have a new owner: a log-in alone brings nothing in")
                .isEmpty();
        assertThat(guests.adoptable(person)).isEqualTo(1);
        assertThatThrownBy(() -> guests.adopt(person, "000000")).hasMessageContaining("CODE_WRONG");
        shop.context().clock().advance(Duration.ofMinutes(2));
        accounts.requestOwnCode(person, CodePurpose.ADOPT, people.freshIp());
        var code = people.takeSms(phone).params().get("code");
        var joined = actor(guests.adopt(person, code));
        assertThat(box.cards(joined, BoxFilter.ALL, PageRequest.first(10)).rows())
                .hasSize(1);
        assertThat(guests.adoptable(person)).isZero();
        assertThat(actor(accounts.logIn(phone, AccountTestData.PASSWORD, people.freshIp()))
                        .adopted())
                .containsExactly(guest.requireAccount());
        assertThatThrownBy(() -> guests.adopt(guest, code)).hasMessageContaining("ACCESS_DENIED");
    }

    @Test
    void unpaid_orders_are_limited_by_phone_over_guest_and_account_together() {
        var phone = people.freshPhone();
        var offer = shop.offerWithCards(10);
        var person = register(phone);
        shop.placed(person, offer, 1);
        shop.placed(person, offer, 1);
        var guest = enter(phone);
        shop.placed(guest, offer, 1);
        var orders = shop.bean(OrderService.class);
        assertThat(orders.place(guest, shop.wish(offer, 1)))
                .isInstanceOfSatisfying(PlaceResult.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.TOO_MANY_UNPAID_ORDERS);
                });
        assertThat(orders.place(person, shop.wish(offer, 1))).isInstanceOf(PlaceResult.Refused.class);
    }

    @Test
    void nobody_makes_a_guest_anything_else() {
        var guest = enter(people.freshPhone());
        var admin = DomainTestContext.person("adam", Role.ADMIN);
        assertThatThrownBy(() -> staff.changeRoles(
                        admin, guest.requireAccount(), 0, Set.of(Role.CUSTOMER, Role.DISTRIBUTOR), "please"))
                .hasMessageContaining("ROLES_INVALID");
        var customer = people.customer().requireAccount();
        assertThatThrownBy(() ->
                        staff.changeRoles(admin, customer, people.version(customer), Set.of(Role.GUEST), "please"))
                .hasMessageContaining("ROLES_INVALID");
    }

    private Actor enter(String phone) {
        // One code a minute and phone.
        shop.context().clock().advance(Duration.ofMinutes(2));
        var code = people.requestCode(phone, CodePurpose.GUEST);
        return actor(guests.enter(phone, code, guests.consent().version(), people.freshIp()));
    }

    private Actor register(String phone) {
        shop.context().clock().advance(Duration.ofMinutes(2));
        var code = people.requestCode(phone, CodePurpose.REGISTER);
        AccountId id = people.register(phone, code, AccountTestData.PASSWORD, people.freshIp());
        assertThat(id).isNotNull();
        return actor(accounts.logIn(phone, AccountTestData.PASSWORD, people.freshIp()));
    }

    private static Actor actor(LogInResult result) {
        var in = (LogInResult.LoggedIn) result;
        return new Actor(in.account(), in.displayName(), in.roles(), in.adopted());
    }

    private static String wrong(String code) {
        return code.equals("111111") ? "222222" : "111111";
    }
}
