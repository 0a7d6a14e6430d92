package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.kameng.domain.order.ExportedOrders;
import org.kameng.domain.order.OrderFilter;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.ui.shared.Say;
import org.kameng.ui.shared.Sheet;
import org.kameng.ui.shared.Texts;

/** Takes the list away as a file: the rows of the filter, the columns that are shown. The address of a file says nothing. */
class OrderFiles extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int TOO_MANY_REQUESTS = 429;

    private final transient OrderService orders;
    private final transient Actor actor;
    private final transient Supplier<Wanted> wanted;
    private final transient OrderColumns columns;
    private final String title = t("desk.orders");
    private final String cut = t("orders.export.cut", OrderService.MOST_EXPORTED);

    /** What the screen shows now; asked on the thread of the download. */
    record Wanted(OrderFilter filter, List<String> columns) {}

    OrderFiles(OrderService orders, Actor actor, OrderColumns columns, Supplier<Wanted> wanted) {
        this.orders = orders;
        this.actor = actor;
        this.columns = columns;
        this.wanted = wanted;
        getContent().addClassName("k-row");
        getContent().add(new Span(t("orders.export")));
        for (var form : Sheet.Form.values()) {
            var link = new Anchor(event -> write(form, event), form.name());
            link.setId("export-" + form.name().toLowerCase(Locale.ROOT));
            link.getElement().setAttribute("download", true);
            link.getElement().setAttribute("aria-label", t("orders.export.as", form.name()));
            getContent().add(link);
        }
    }

    /** Runs on the download's own request, outside the page's lock; the file is never held whole. */
    private void write(Sheet.Form form, DownloadEvent event) throws IOException {
        var asked = wanted.get();
        try {
            var rows = orders.export(actor, asked.filter(), form.name());
            event.setFileName(form.fileName("orders"));
            event.setContentType(form.type());
            event.getResponse().setHeader("Cache-Control", "no-store");
            write(rows, asked.columns(), form.open(event.getOutputStream(), title));
        } catch (DomainException refusal) {
            event.getResponse().setStatus(TOO_MANY_REQUESTS);
            event.getUI().access(() -> Say.problem(Texts.refusal(refusal)));
        }
    }

    private void write(ExportedOrders rows, List<String> shown, Sheet file) throws IOException {
        try (file) {
            file.row(shown.stream().map(columns::title).toList());
            var complete = rows.each(row ->
                    put(file, shown.stream().map(key -> columns.value(key, row)).toList()));
            if (!complete) file.row(List.of(cut));
        }
    }

    private static void put(Sheet file, List<Object> cells) {
        try {
            file.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
