package org.kameng.ui.vault;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.function.ValueProvider;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.vault.BatchRow;
import org.kameng.domain.vault.CardVault;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Pages;
import org.kameng.ui.shared.Texts;

/** Every batch of cards, newest first, with where its cards are now. */
class BatchGrid extends Grid<BatchRow> {
    private static final long serialVersionUID = 1L;

    BatchGrid(CardVault vault, Actor actor) {
        addComponentColumn(BatchGrid::link)
                .setHeader(t("batch.id"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        addColumn(row -> Texts.either(row.skuNameZh(), row.skuNameEn())).setHeader(t("batch.sku"));
        addColumn(BatchRow::sellerName).setHeader(t("product.seller"));
        addColumn(BatchRow::fileName).setHeader(t("batch.fileName"));
        number(BatchRow::cards, "batch.cards");
        number(BatchRow::available, "batch.available");
        number(BatchRow::reserved, "batch.reserved");
        number(BatchRow::delivered, "batch.delivered");
        number(BatchRow::withdrawn, "recall.withdrawn");
        addColumn(BatchRow::importedBy)
                .setHeader(t("batch.by"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        addColumn(row -> Formats.moment(row.importedAt()))
                .setHeader(t("batch.at"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        setPageSize(Pages.SIZE);
        setAriaLabel(t("desk.batches"));
        setEmptyStateText(t("batch.none"));
        addClassName("k-grid");
        setItems(wanted -> Pages.stream(wanted, page -> vault.batches(actor, page)));
    }

    private static Anchor link(BatchRow row) {
        return new Anchor(VaultNavigation.batch(row.batchId()), String.valueOf(row.batchId()));
    }

    private void number(ValueProvider<BatchRow, Integer> value, String key) {
        addColumn(value)
                .setHeader(t(key))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }
}
