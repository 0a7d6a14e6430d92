package org.kameng.ui.shared;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kameng.domain.shared.CsvCells;
import org.kameng.domain.shared.Money;

/** CSV for spreadsheets: UTF-8 with its mark, everything quoted, and no text that a spreadsheet would take for a formula. */
final class CsvSheet implements Sheet {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CsvWriter csv;

    CsvSheet(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(writer);
    }

    @Override
    public void row(List<?> cells) {
        csv.writeRecord(cells.stream().map(CsvSheet::text).toList());
    }

    private static String text(Object cell) {
        var text = cell instanceof Money money ? money.toYuanText() : String.valueOf(cell);
        return cell instanceof String ? CsvCells.safe(text) : text;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
