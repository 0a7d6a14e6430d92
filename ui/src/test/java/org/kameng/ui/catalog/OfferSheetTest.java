package org.kameng.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.catalog.CatalogDesk;
import org.kameng.domain.catalog.OfferData;
import org.kameng.domain.catalog.OfferId;
import org.kameng.domain.catalog.PriceRow;
import org.kameng.domain.catalog.SaveResult;
import org.kameng.domain.catalog.SellerRow;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Money;
import org.kameng.ui.doubles.Goods;
import org.kameng.ui.doubles.Orders;
import org.kameng.ui.doubles.Partial;
import org.kameng.ui.doubles.People;
import org.kameng.ui.doubles.ViewTest;

class OfferSheetTest extends ViewTest {
    private final Desk desk = new Desk();
    private int joined;

    /** Keeps prices as the shop does. */
    public static class Desk {
        final List<PriceRow> prices = new ArrayList<>();

        public List<SellerRow> sellers(Actor staff) {
            return List.of(new SellerRow(Goods.SELLER, "星舟"));
        }

        public List<PriceRow> prices(Actor staff, OfferId offer) {
            return prices;
        }

        public SaveResult<OfferData> save(Actor operator, OfferData typed) {
            prices.addFirst(new PriceRow(prices.size() + 1, typed.price(), Orders.NOON, "olga"));
            return new SaveResult.Saved<>(offer(typed.price().fen(), typed.version() + 1));
        }
    }

    @Test
    void a_new_price_stands_in_the_history_as_soon_as_it_is_saved() {
        open(offer(2940, 3));
        assertThat(page()).doesNotContain("¥39.40");
        save("39.40");
        assertThat(page()).contains("¥39.40").contains("olga");
        save("41");
        assertThat(page()).contains("¥41.00");
        assertThat(joined).isZero();
    }

    @Test
    void the_first_offer_of_a_seller_joins_the_others() {
        open(offer(2940, 0));
        save("30");
        assertThat(joined).isOne();
    }

    private void open(OfferData offer) {
        actingAs(People.operator());
        shown(new OfferSheet(
                Partial.of(CatalogDesk.class, desk),
                Partial.of(AuditQuery.class, new Object()),
                People.operator(),
                offer,
                typed -> List.of(),
                () -> joined++));
    }

    private void save(String price) {
        test($(BigDecimalField.class).single()).setValue(new BigDecimal(price));
        test($(Button.class).id("save")).click();
    }

    private static String page() {
        return com.vaadin.flow.component.UI.getCurrent().getElement().getTextRecursively();
    }

    private static OfferData offer(long fen, long version) {
        return new OfferData(Goods.SKU, Goods.SELLER, Money.ofFen(fen), 1, 200, false, 10, version);
    }
}
