package org.kameng.ui.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.vault.CardBoxRow;
import org.kameng.domain.vault.CardVault;
import org.kameng.domain.vault.RevealContext;
import org.kameng.domain.vault.RevealedCard;
import org.kameng.ui.doubles.Goods;
import org.kameng.ui.doubles.Orders;
import org.kameng.ui.doubles.Partial;
import org.kameng.ui.doubles.People;
import org.kameng.ui.doubles.ViewTest;

class CardTileTest extends ViewTest {
    private static final String SECRET = "NEB3-SECRET-0001";
    private final Vault vault = new Vault();
    private CardTile tile;

    /** Counts what is opened. */
    public static class Vault {
        int reveals;
        boolean refuses;

        public RevealedCard reveal(Actor viewer, long cardId, RevealContext context) {
            reveals++;
            if (refuses) {
                throw new DomainException(ErrorCode.ACCESS_DENIED);
            }
            return new RevealedCard(cardId, SECRET, "pw", null, null, LocalDate.of(2027, 12, 31), Orders.NOON);
        }
    }

    @BeforeEach
    void open() {
        var row = new CardBoxRow(
                7, Orders.NO, 1, 1, Goods.SKU, "星云点卡", "Nebula", "星舟", LocalDate.of(2027, 12, 31), Orders.NOON, null);
        var opener = new CardOpener(Partial.of(CardVault.class, vault), new Orders().service(), Goods.catalog());
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
        assertThat(words()).contains(SECRET).contains("Revealed before").contains("Open the game");
    }

    @Test
    void hiding_leaves_nothing_of_the_secret_behind() {
        $(Button.class).single().click();
        confirm();
        $(Button.class).withText("Hide now").single().click();
        assertThat(words()).doesNotContain(SECRET);
        assertThat(tile.getElement().getOuterHTML()).doesNotContain(SECRET);
    }

    @Test
    void a_refusal_keeps_the_card_closed() {
        vault.refuses = true;
        $(Button.class).single().click();
        confirm();
        assertThat(words()).doesNotContain(SECRET).contains("Reveal");
    }

    private void confirm() {
        test($(ConfirmDialog.class).single()).confirm();
    }

    private String words() {
        return tile.getElement().getTextRecursively();
    }
}
