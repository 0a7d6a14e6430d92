package org.kameng.ui.vault;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import org.kameng.domain.vault.ImportPreview;
import org.kameng.domain.vault.ImportReport;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Table;

/** What a file would bring, before it brings it. */
class PreviewPanel extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    PreviewPanel(ImportPreview seen, String into) {
        var box = getContent();
        box.addClassName("k-stack");
        box.add(new H3(t("import.look.title", seen.fileName())), into(into));
        box.add(
                seen.token() == null
                        ? Parts.note(t("import.look.bad", seen.badLines(), seen.lines()), Tone.BAD)
                        : Parts.note(t("import.look.good", seen.good()), Tone.OK));
        if (seen.sameFileBatch() != null) {
            box.add(Parts.note(t("import.look.same", String.valueOf(seen.sameFileBatch())), Tone.WAIT));
        }
        if (seen.duplicatesInFile() + seen.duplicatesInStock() > 0) {
            box.add(new Paragraph(t("import.look.duplicates", seen.duplicatesInFile(), seen.duplicatesInStock())));
        }
        if (!seen.problems().isEmpty()) {
            var report = new ImportReport(null, seen.lines(), 0, seen.badLines(), seen.problems(), seen.fileSha256());
            box.add(ImportReportPanel.problems(report));
        }
        if (!seen.expiry().isEmpty()) {
            box.add(new H3(t("import.look.life")), life(seen), new H3(t("import.look.samples")), samples(seen));
        }
        var print = new Paragraph(t("batch.print", seen.fileSha256()));
        print.addClassNames("k-quiet", "k-code");
        box.add(print);
    }

    static Component into(String offer) {
        return Parts.note(t("import.look.into", offer), Tone.PLAIN);
    }

    private static Table life(ImportPreview seen) {
        var table = new Table(t("import.look.life"), t("import.look.expires"), t("import.look.cards"));
        seen.expiry()
                .forEach(count -> table.row(
                        count.life() == ImportPreview.Life.BELOW_PROMISE
                                ? Parts.badge(t("import.life", count.life()), Tone.BAD)
                                : t("import.life", count.life()),
                        count.cards()));
        return table;
    }

    private static Table samples(ImportPreview seen) {
        var table = new Table(
                t("import.look.samples"),
                t("batch.line"),
                t("import.look.number"),
                t("import.look.fields"),
                t("import.look.expires"));
        seen.samples()
                .forEach(line -> table.row(
                        line.line(),
                        Parts.code(line.number()),
                        others(line),
                        line.expiresOn() == null ? t("import.life.FOREVER") : Formats.day(line.expiresOn())));
        return table;
    }

    private static String others(ImportPreview.MaskedLine line) {
        var names = new ArrayList<String>();
        if (line.password()) names.add("pwd");
        if (line.url()) names.add("url");
        if (line.pin()) names.add("pin");
        return names.isEmpty() ? "–" : String.join(", ", names);
    }
}
