package org.kameng.ui.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kameng.domain.account.Guests;
import org.kameng.domain.catalog.ProductId;
import org.kameng.domain.reminder.ReminderChoice;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.vault.BoxCounts;
import org.kameng.domain.vault.BoxFilter;
import org.kameng.domain.vault.BoxFilter.Show;
import org.kameng.domain.vault.BoxGroup;
import org.kameng.domain.vault.CardBox;
import org.kameng.domain.vault.CardBoxRow;
import org.kameng.domain.vault.CardFiles;
import org.kameng.domain.vault.CardVault;
import org.kameng.ui.doubles.Goods;
import org.kameng.ui.doubles.Orders;
import org.kameng.ui.doubles.Partial;
import org.kameng.ui.doubles.People;
import org.kameng.ui.doubles.ViewTest;
import org.kameng.ui.shared.ChangeFeed;

class CardBoxViewTest extends ViewTest {
    private final Box box = new Box();
    private final Choice choice = new Choice();
    private final Map<String, Long> versions = new HashMap<>();
    private final ChangeFeed feed = new ChangeFeed((kind, nos) -> versions);
    private CardBoxView view;

    /** Two products; one of them with forty-one cards. */
    public static class Box {
        final List<BoxFilter> asked = new ArrayList<>();
        int cards = 41;
        List<BoxGroup> groups = List.of(
                new BoxGroup(new ProductId(1), "星云点卡", "Nebula", 41, 3, LocalDate.of(2026, 11, 28)),
                new BoxGroup(new ProductId(2), "课程", "Course", 1, 0, null));

        public BoxCounts counts(Actor owner, BoxFilter filter) {
            return groups.isEmpty() ? new BoxCounts(0, 0, 0, 0, 0) : new BoxCounts(42, 3, 39, 2, 0);
        }

        public Slice<BoxGroup> groups(Actor owner, BoxFilter filter, PageRequest page) {
            asked.add(filter);
            return new Slice<>(groups, false);
        }

        public Slice<CardBoxRow> cards(Actor owner, BoxFilter filter, PageRequest page) {
            asked.add(filter);
            var rows = IntStream.range(page.offset(), Math.min(cards, page.offset() + page.limitPlusOne()))
                    .mapToObj(Box::row)
                    .toList();
            return Slice.of(rows, page);
        }

        private static CardBoxRow row(int n) {
            return new CardBoxRow(
                    n,
                    Orders.NO,
                    1,
                    n + 1,
                    Goods.SKU,
                    "星云点卡",
                    "Nebula",
                    "星舟",
                    null,
                    Orders.NOON,
                    null,
                    "用法",
                    "How",
                    Orders.NOON.plus(Duration.ofDays(30)));
        }
    }

    /** Remembers what was chosen. */
    public static class Choice {
        boolean on = true;

        public boolean isOn(Actor person) {
            return on;
        }

        public void turn(Actor person, boolean wanted) {
            on = wanted;
        }
    }

    /** Nobody bought as a guest. */
    public static class NoGuests {
        public int adoptable(Actor customer) {
            return 0;
        }
    }

    @BeforeEach
    void open() {
        var opener = new CardOpener(
                Partial.of(CardVault.class, new Object()),
                Partial.of(CardBox.class, box),
                Partial.of(CardFiles.class, new Object()),
                feed,
                Clock.fixed(Orders.NOON, ZoneOffset.UTC));
        var guests = new GuestCards(Partial.of(Guests.class, new NoGuests()), People.accounts(), null);
        view = shown(new CardBoxView(opener, Partial.of(ReminderChoice.class, choice), guests));
        view.open("");
    }

    @Test
    void products_stand_closed_with_what_matters_about_them() {
        assertThat(words()).contains("Nebula", "41 cards", "3 new", "Expires in 6 days", "Course", "1 cards");
        assertThat($(BoxGroupPanel.class).all()).hasSize(2).noneMatch(BoxGroupPanel::isOpened);
        assertThat($(CardTile.class).all()).isEmpty();
        assertThat($(Button.class).id("show-NEW").getText()).isEqualTo("New 3");
    }

    @Test
    void a_card_that_comes_stands_in_the_open_box_and_an_open_product_stays_open() {
        box.cards = 3;
        $(BoxGroupPanel.class).all().getFirst().setOpened(true);
        var before = $(CardTile.class).all();
        assertThat(before).hasSize(3);
        box.cards = 16;
        box.groups = List.of(
                new BoxGroup(new ProductId(3), "音乐", "Music", 1, 1, null),
                new BoxGroup(new ProductId(1), "星云点卡", "Nebula", 54, 16, LocalDate.of(2026, 11, 28)));
        changed();
        assertThat($(CardTile.class).all()).hasSize(16).containsAll(before);
        assertThat(words()).contains("54 cards", "16 new", "Music");
    }

    @Test
    void an_empty_box_fills_by_itself() {
        var full = box.groups;
        box.groups = List.of();
        view.open("");
        assertThat($(BoxGroupPanel.class).all()).isEmpty();
        box.groups = full;
        changed();
        assertThat($(BoxGroupPanel.class).all()).hasSize(2);
    }

    private void changed() {
        versions.merge(People.CUSTOMER.toString(), 2L, Long::sum);
        feed.round();
        roundTrip();
    }

    @Test
    void a_product_opens_page_by_page() {
        $(BoxGroupPanel.class).all().getFirst().setOpened(true);
        assertThat($(CardTile.class).all()).hasSize(12);
        assertThat(words()).containsOnlyOnce("no case can be opened");
        var more = $(Button.class).withText("Show more").all().stream()
                .filter(Button::isVisible)
                .toList();
        for (var page = 0; page < 3; page++) more.getFirst().click();
        assertThat($(CardTile.class).all()).hasSize(41);
        assertThat(box.asked.getLast().product()).isEqualTo(new ProductId(1));
    }

    @Test
    void narrowing_and_searching_ask_anew() {
        $(Button.class).id("show-EXPIRING").click();
        $(TextField.class).id("find").setValue("neb");
        assertThat(box.asked.getLast()).isEqualTo(new BoxFilter(Show.EXPIRING, "neb", null, null));
        assertThat($(Button.class).id("show-EXPIRING").getElement().getAttribute("aria-pressed"))
                .isEqualTo("true");
        assertThat($(Button.class).id("show-ALL").getElement().getAttribute("aria-pressed"))
                .isEqualTo("false");
    }

    @Test
    void the_link_of_a_reminder_shows_what_expires() {
        view.open("expiring");
        assertThat(box.asked.getLast().show()).isEqualTo(Show.EXPIRING);
        view.open("nonsense");
        assertThat(box.asked.getLast().show()).isEqualTo(Show.ALL);
    }

    @Test
    void an_empty_box_says_how_it_fills_and_an_empty_search_says_something_else() {
        box.groups = List.of();
        view.open("");
        assertThat(words()).contains("Your box is empty");
        $(TextField.class).id("find").setValue("neb");
        assertThat(words()).contains("No card matches");
    }

    @Test
    void reminders_are_turned_off_with_one_tick() {
        $(Checkbox.class).id("remind").setValue(false);
        assertThat(choice.on).isFalse();
    }

    private String words() {
        return view.getElement().getTextRecursively();
    }
}
