package org.kameng.ui.shared;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** A file of rows that is written while it is read, so that its length costs no memory. Closing it ends the file. */
public interface Sheet extends AutoCloseable {
    /** Cells are texts, whole numbers or {@link org.kameng.domain.shared.Money}. */
    void row(List<?> cells) throws IOException;

    @Override
    void close() throws IOException;

    /** The kinds of file a list can be taken away in. */
    enum Form {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String type;

        Form(String type) {
            this.type = type;
        }

        public String type() {
            return type;
        }

        public String fileName(String name) {
            return name + "." + name().toLowerCase(Locale.ROOT);
        }

        public Sheet open(OutputStream out, String title) throws IOException {
            return switch (this) {
                case CSV -> new CsvSheet(out);
                case XLSX -> new XlsxSheet(out, title);
            };
        }
    }
}
