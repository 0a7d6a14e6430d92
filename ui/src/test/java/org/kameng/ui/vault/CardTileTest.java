package org.kameng.ui.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.internal.UIInternals.JavaScriptInvocation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.vault.CardBox;
import org.kameng.domain.vault.CardBoxRow;
import org.kameng.domain.vault.CardFiles;
import org.kameng.domain.vault.CardVault;
import org.kameng.domain.vault.RevealContext;
import org.kameng.domain.vault.RevealedCard;
import org.kameng.ui.doubles.Goods;
import org.kameng.ui.doubles.Orders;
import org.kameng.ui.doubles.Partial;
import org.kameng.ui.doubles.People;
import org.kameng.ui.doubles.ViewTest;
import org.kameng.ui.shared.ChangeFeed;

class CardTileTest extends ViewTest {
    private static final String SECRET = "NEB3-SECRET-0001";
    private static final String LINK = "https://redeem.example.com/NEB3";
    private final Vault vault = new Vault();
    private Instant now = Orders.NOON.plus(Duration.ofDays(2));
    private CardTile tile;

    /** Counts what is opened. */
    public static class Vault {
        int reveals;
        boolean refuses;
        String link = LINK;

        public RevealedCard reveal(Actor viewer, long cardId, RevealContext context) {
            reveals++;
            if (refuses) {
                throw new DomainException(ErrorCode.ACCESS_DENIED);
            }
            return new RevealedCard(cardId, SECRET, "pw", link, null, LocalDate.of(2027, 12, 31), Orders.NOON);
        }
    }

    @BeforeEach
    void open() {
        var row = new CardBoxRow(
                7,
                Orders.NO,
                1,
                1,
                Goods.SKU,
                "星云点卡",
                "Nebula",
                "星舟",
                LocalDate.of(2027, 12, 31),
                Orders.NOON,
                null,
                "打开游戏",
                "Open the game, then top up",
                Orders.NOON.plus(Duration.ofDays(30)));
        var opener = new CardOpener(
                Partial.of(CardVault.class, vault),
                Partial.of(CardBox.class, new Object()),
                Partial.of(CardFiles.class, new Object()),
                new ChangeFeed((kind, nos) -> Map.of()),
                Clock.fixed(now, ZoneOffset.UTC));
        tile = shown(new CardTile(opener, People.customer(), row));
    }

    @Test
    void looking_at_the_box_opens_nothing() {
        assertThat(vault.reveals).isZero();
        assertThat(words()).doesNotContain(SECRET).contains("Not revealed yet");
    }

    @Test
    void a_card_opens_only_after_it_was_confirmed() {
        $(Button.class).single().click();
        assertThat(vault.reveals).isZero();
        confirm();
        assertThat(vault.reveals).isEqualTo(1);
        assertThat(handedOver()).contains(SECRET, LINK);
        assertThat(words()).contains("Revealed before").contains("Open the game");
    }

    @Test
    void the_server_keeps_nothing_of_the_secret_while_the_card_is_open() {
        $(Button.class).single().click();
        confirm();
        assertThat(words()).contains("Hide now").doesNotContain(SECRET);
        assertThat(tile.getElement().getOuterHTML()).doesNotContain(SECRET).doesNotContain(LINK);
        handedOver();
        assertThat(handedOver()).as("it is handed over once").doesNotContain(SECRET, LINK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://r.example/AB|CD-12",
                "https://r.example/{AB}",
                "https://r.example/50%",
                "http://r.example/AB",
                "https://",
                "https://r_1.example/AB"
            })
    void whatever_address_a_card_came_with_its_buyer_gets_it(String link) {
        vault.link = link;
        $(Button.class).single().click();
        confirm();
        assertThat(handedOver()).contains(SECRET, link);
    }

    @Test
    void hiding_by_hand_stops_the_minute_of_this_look() {
        $(Button.class).single().click();
        confirm();
        handedOver();
        $(Button.class).withText("Hide now").single().click();
        assertThat(calls()).anyMatch(call -> call.getExpression().contains("clearTimeout(this.hiding)"));
        assertThat(words()).contains("Reveal");
    }

    @Test
    void a_refusal_keeps_the_card_closed() {
        vault.refuses = true;
        $(Button.class).single().click();
        confirm();
        assertThat(words()).doesNotContain(SECRET).contains("Reveal");
    }

    @Test
    void the_guide_and_the_end_of_after_sales_help_stand_beside_the_closed_card() {
        assertThat(words())
                .contains("Open the game")
                .contains("After-sales help until 2026-12-22, 28 d 0 h left")
                .doesNotContain("Expires in");
    }

    @Test
    void a_card_says_how_many_days_are_left_and_when_it_is_over() {
        now = Instant.parse("2027-12-25T04:00:00Z");
        open();
        assertThat(words()).contains("Expires in 6 days").contains("After-sales help ended on 2026-12-22");
        now = Instant.parse("2027-12-31T15:59:00Z");
        open();
        assertThat(words()).contains("Expires today");
        now = Instant.parse("2027-12-31T16:00:00Z");
        open();
        assertThat(words()).contains("Expired on 2027-12-31");
    }

    private void confirm() {
        test($(ConfirmDialog.class).single()).confirm();
    }

    private static List<Object> handedOver() {
        return calls().flatMap(call -> call.getParameters().stream()).toList();
    }

    private static Stream<JavaScriptInvocation> calls() {
        var page = UI.getCurrent().getInternals();
        page.getStateTree().runExecutionsBeforeClientResponse();
        return page.dumpPendingJavaScriptInvocations().stream().map(PendingJavaScriptInvocation::getInvocation);
    }

    private String words() {
        return tile.getElement().getTextRecursively();
    }
}
