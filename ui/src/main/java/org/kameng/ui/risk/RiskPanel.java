package org.kameng.ui.risk;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.stream.Collectors;
import org.kameng.domain.risk.RiskRow;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Table;

/** Each answer of the rules, with the version that gave it and what it looked at. */
public class RiskPanel extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    public RiskPanel(List<RiskRow> rows) {
        if (rows.isEmpty()) {
            getContent().add(Parts.empty(t("risk.none")));
            return;
        }
        var table = new Table(
                t("desk.risk"),
                t("risk.at"),
                t("risk.stage"),
                t("risk.score"),
                t("risk.flags"),
                t("risk.version"),
                t("risk.features"));
        rows.forEach(row -> table.row(
                Formats.moment(row.decidedAt()),
                t("risk.stage", row.stage()),
                String.valueOf(row.score()),
                RiskWords.of(row.flags()),
                row.ruleVersion(),
                features(row)));
        getContent().add(table);
    }

    private static String features(RiskRow row) {
        return row.features().entrySet().stream()
                .map(feature -> feature.getKey() + "=" + feature.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
