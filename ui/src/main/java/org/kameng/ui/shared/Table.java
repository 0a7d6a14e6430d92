package org.kameng.ui.shared;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;

/** A small plain table for lists that are short by nature; long ones belong into a grid. */
public class Table extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private static final int SHORT = 24;

    private final NativeTable table = new NativeTable();

    public Table(String caption, String... headers) {
        getContent().addClassName("k-table");
        getContent().getElement().setAttribute("tabindex", "0");
        getContent().getElement().setAttribute("role", "region");
        getContent().getElement().setAttribute("aria-label", caption);
        var row = new NativeTableRow();
        for (String header : headers) {
            var cell = new NativeTableHeaderCell(header);
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        }
        table.getHead().add(row);
        getContent().add(table);
    }

    /** Cells are texts or components. */
    public Table row(Object... cells) {
        var row = new NativeTableRow();
        for (Object content : cells) {
            var cell = content instanceof Component part
                    ? new NativeTableCell(part)
                    : new NativeTableCell(String.valueOf(content));
            cell.setClassName("k-short", cell.getText().length() <= SHORT);
            row.add(cell);
        }
        table.getBody().add(row);
        return this;
    }
}
