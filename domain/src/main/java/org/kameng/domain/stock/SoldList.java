package org.kameng.domain.stock;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.kameng.domain.shared.CsvCells;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.vault.BatchRow;
import org.kameng.domain.vault.RecalledCards;
import org.springframework.stereotype.Component;

/** The sold cards of a batch as a file for after-sales, read and written a page at a time. */
@Component
class SoldList {
    private static final List<String> HEADER =
            List.of("batch", "sku", "seller", "order_no", "line", "slot", "card_id", "delivered_at");

    private final RecalledCards cards;

    SoldList(RecalledCards cards) {
        this.cards = cards;
    }

    void write(BatchRow batch, OutputStream to) {
        var written = 0;
        try {
            var out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
            out.write('\uFEFF'); // spreadsheets take the file for UTF-8 only with it
            line(out, HEADER);
            var more = true;
            while (more) {
                var rows = cards.sold(batch.batchId(), new PageRequest(written, PageRequest.MAX_LIMIT));
                more = rows.size() > PageRequest.MAX_LIMIT;
                for (var card : rows.subList(0, Math.min(rows.size(), PageRequest.MAX_LIMIT))) {
                    line(
                            out,
                            List.of(
                                    String.valueOf(batch.batchId()),
                                    batch.sku().value(),
                                    batch.sellerName(),
                                    card.order().value(),
                                    String.valueOf(card.line()),
                                    String.valueOf(card.slot()),
                                    String.valueOf(card.cardId()),
                                    card.deliveredAt().toString()));
                    written++;
                }
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(Writer out, List<String> cells) throws IOException {
        out.write(cells.stream().map(CsvCells::cell).collect(Collectors.joining(",")));
        out.write("\r\n");
    }
}
