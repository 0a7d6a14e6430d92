package org.kameng.ui.shared;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kameng.domain.shared.Money;

/** XLSX: texts are texts there, never formulas; amounts are numbers that can be summed. */
final class XlsxSheet implements Sheet {
    private static final int ROWS_IN_MEMORY = 200;

    private final Workbook book;
    private final Worksheet sheet;
    private int rows;

    XlsxSheet(OutputStream out, String title) {
        book = new Workbook(out, "Kameng", "1.0");
        sheet = book.newWorksheet(title);
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<?> cells) throws IOException {
        for (var column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case Money money -> amount(column, money);
                case Number number -> sheet.value(rows, column, number);
                case Object text -> sheet.inlineString(rows, column, text.toString());
            }
        }
        if (++rows % ROWS_IN_MEMORY == 0) sheet.flush();
    }

    private void amount(int column, Money money) {
        sheet.value(rows, column, BigDecimal.valueOf(money.fen(), 2));
        sheet.style(rows, column).format("0.00").set();
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
