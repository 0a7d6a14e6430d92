package org.kameng.ui.audit;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.kameng.domain.audit.AuditRow;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Table;

/** Who did what, with the fingerprint that shows whether a row was touched since. */
public class AuditPanel extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 12;

    public AuditPanel(List<AuditRow> rows) {
        if (rows.isEmpty()) {
            getContent().add(Parts.empty(t("audit.none")));
            return;
        }
        var table = new Table(
                t("desk.audit"), t("audit.at"), t("audit.who"), t("audit.what"), t("audit.facts"), t("audit.print"));
        rows.forEach(row ->
                table.row(Formats.moment(row.at()), row.actorName(), Parts.code(row.what()), facts(row), print(row)));
        getContent().add(table);
    }

    private static String facts(AuditRow row) {
        return row.facts().entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static Div print(AuditRow row) {
        var hash = Parts.code(
                row.sha256().substring(0, Math.min(SHOWN, row.sha256().length())));
        hash.setTitle(row.sha256());
        var state = row.intact() ? Parts.badge(t("audit.intact"), Tone.OK) : Parts.badge(t("audit.broken"), Tone.BAD);
        return Parts.row(new Span(hash), state);
    }
}
