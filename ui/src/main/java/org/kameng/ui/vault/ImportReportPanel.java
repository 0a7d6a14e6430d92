package org.kameng.ui.vault;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.kameng.domain.vault.ImportReport;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Table;

/** What an import did, line by line; a refused file changed nothing. The lines' contents are not repeated. */
class ImportReportPanel extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    ImportReportPanel(ImportReport report) {
        getContent().addClassName("k-stack");
        var batch = report.batchId();
        if (batch == null) {
            getContent()
                    .add(Parts.note(t("batch.refused", report.badLines(), report.lines()), Tone.BAD), problems(report));
        } else {
            getContent().add(Parts.note(t("batch.accepted", report.imported(), String.valueOf(batch)), Tone.OK));
        }
        var print = new Paragraph(t("batch.print", report.fileSha256()));
        print.addClassNames("k-quiet", "k-code");
        getContent().add(print);
    }

    static Div problems(ImportReport report) {
        var table = new Table(t("batch.problems"), t("batch.line"), t("batch.column"), t("batch.problem"));
        report.problems()
                .forEach(problem -> table.row(
                        problem.line() == 0 ? t("batch.wholeFile") : String.valueOf(problem.line()),
                        problem.column(),
                        t("import", problem.code())));
        var box = new Div(table);
        if (report.badLines() > report.problems().size()) {
            box.add(new Paragraph(t(
                    "batch.moreProblems", report.badLines() - report.problems().size())));
        }
        return box;
    }
}
