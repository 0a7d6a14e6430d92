package org.kameng.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kameng.domain.catalog.Finding;
import org.kameng.domain.catalog.LintRule;
import org.kameng.domain.catalog.ListingField;
import org.kameng.domain.catalog.OfferData;
import org.kameng.domain.catalog.SaveResult;
import org.kameng.domain.shared.Money;
import org.kameng.ui.doubles.Goods;
import org.kameng.ui.doubles.ViewTest;

class GoodsEditorTest extends ViewTest {
    private static final Finding TOO_CHEAP =
            new Finding(LintRule.L10, ListingField.PRICE, "15.00–31.50", "", "", "2026-11");
    private static final Finding ELSEWHERE =
            new Finding(LintRule.L09, ListingField.ABOUT_ZH, "套现", "违法", "unlawful", "2026-11");

    private final List<OfferData> sent = new ArrayList<>();
    private SaveResult<OfferData> answer = new SaveResult.Saved<>(offer(2940, 3));

    @BeforeEach
    void open() {
        shown(new GoodsEditor<>(
                new OfferForm(offer(2940, 3)),
                typed -> {
                    sent.add(typed);
                    return answer;
                },
                typed -> typed.price().fen() < 1500 ? List.of(TOO_CHEAP, ELSEWHERE) : List.of(),
                saved -> {},
                true));
    }

    @Test
    void what_is_typed_is_sent_with_the_version_that_was_read() {
        test(price()).setValue(new BigDecimal("28.50"));
        save();
        assertThat(sent).containsExactly(offer(2850, 3));
    }

    @Test
    void a_finding_stands_beside_its_field_while_one_types_and_others_are_named_below() {
        test(price()).setValue(new BigDecimal("9"));
        assertThat(price().isInvalid()).isTrue();
        assertThat(price().getErrorMessage()).startsWith("L10").contains("15.00–31.50");
        assertThat(page()).contains("Description (Chinese)").contains("套现").contains("unlawful");
        test(price()).setValue(new BigDecimal("29"));
        assertThat(price().isInvalid()).isFalse();
        assertThat(sent).as("judging saves nothing").isEmpty();
    }

    @Test
    void who_is_overtaken_sees_both_versions_keeps_what_was_typed_and_may_save_over_it() {
        test(price()).setValue(new BigDecimal("28.50"));
        test($(IntegerField.class).all().getLast()).setValue(5);
        answer = new SaveResult.Overtaken<>(offer(2700, 4), "oscar", Instant.parse("2026-11-22T04:00:00Z"));
        save();
        assertThat(page()).contains("oscar").contains("27.00").contains("28.50");
        assertThat($(NativeTable.class).all()).hasSize(1);
        assertThat(price().getValue()).isEqualByComparingTo("28.50");
        answer = new SaveResult.Saved<>(offer(2850, 5));
        test($(Button.class).id("keep-mine")).click();
        assertThat(sent.getLast().version()).isEqualTo(4);
        assertThat(sent.getLast().price()).isEqualTo(Money.ofFen(2850));
        assertThat(sent.getLast().lowStock()).isEqualTo(5);
    }

    @Test
    void a_missing_or_too_fine_number_is_not_sent() {
        test(price()).setValue(new BigDecimal("28.505"));
        save();
        price().clear();
        save();
        assertThat(sent).isEmpty();
        assertThat(page()).contains("Nothing was saved");
    }

    private BigDecimalField price() {
        return $(BigDecimalField.class).single();
    }

    private void save() {
        test($(Button.class).id("save")).click();
    }

    private static String page() {
        return com.vaadin.flow.component.UI.getCurrent().getElement().getTextRecursively();
    }

    private static OfferData offer(long fen, long version) {
        return new OfferData(Goods.SKU, Goods.SELLER, Money.ofFen(fen), 1, 200, false, 10, version);
    }
}
