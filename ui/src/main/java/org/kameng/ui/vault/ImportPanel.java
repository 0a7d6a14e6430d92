package org.kameng.ui.vault;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.UUID;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.vault.CardImports;
import org.kameng.domain.vault.ImportPreview;
import org.kameng.domain.vault.ImportStatus;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Texts;

/** One import from its preview to its report. It only watches: the import itself lives in the database and goes on without it. */
class ImportPanel extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient CardImports imports;
    private final transient ChangeFeed feed;
    private final transient Actor actor;
    private final Runnable changed;

    ImportPanel(CardImports imports, ChangeFeed feed, Actor actor, Runnable changed) {
        this.imports = imports;
        this.feed = feed;
        this.actor = actor;
        this.changed = changed;
        getContent().addClassName("k-stack");
        getContent().getElement().setAttribute("role", "status");
    }

    void clear() {
        getContent().removeAll();
    }

    /** @param into the goods it was looked at for, which may no longer be those of the form */
    void preview(ImportPreview seen, String into) {
        getContent().removeAll();
        getContent().add(new PreviewPanel(seen, into));
        var token = seen.token();
        if (token != null) {
            waiting(token, seen.fileSha256(), seen.good());
        }
    }

    void refuse(DomainException refusal) {
        getContent().removeAll();
        getContent().add(Parts.note(Texts.refusal(refusal), Tone.BAD));
    }

    /** Shows an import that was begun earlier, perhaps on another page. */
    void resume(ImportStatus status) {
        getContent().removeAll();
        show(status);
    }

    private void waiting(UUID token, String sha256, int cards) {
        var start = Parts.primary(t("import.start", cards), () -> start(token, sha256));
        start.setId("import");
        start.setDisableOnClick(true);
        var leave = Parts.quiet(t("import.leave"), () -> {
            imports.leave(actor, token);
            getContent().removeAll();
            getContent().add(Parts.note(t("import.left"), Tone.PLAIN));
            changed.run();
        });
        getContent().add(Parts.row(start, leave));
    }

    private void start(UUID token, String sha256) {
        try {
            resume(imports.start(actor, token, sha256));
            changed.run();
        } catch (DomainException refusal) {
            refuse(refusal);
        }
    }

    private void show(ImportStatus status) {
        switch (status.state()) {
            case PREVIEWED -> {
                getContent().add(new Paragraph(t("import.look.title", status.fileName())));
                getContent()
                        .add(PreviewPanel.into(
                                status.offer().sku() + " · " + status.offer().seller()));
                waiting(status.token(), status.fileSha256(), status.lines());
            }
            case RUNNING -> running(status);
            case FAILED -> {
                getContent().add(Parts.note(t("import.failed", status.fileName()), Tone.BAD));
                if (status.failure() != null) getContent().add(new Paragraph(t("import.failure", status.failure())));
                waiting(status.token(), status.fileSha256(), status.lines());
                changed.run();
            }
            case IMPORTED, REFUSED -> {
                if (status.report() != null) {
                    getContent().add(new ImportReportPanel(status.report()));
                }
                changed.run();
            }
            case LEFT -> getContent().add(Parts.note(t("import.left"), Tone.PLAIN));
        }
    }

    private void running(ImportStatus status) {
        var bar = new ProgressBar(0, Math.max(1, status.lines()), Math.min(status.imported(), status.lines()));
        bar.getElement().setAttribute("aria-label", t("import.state", status.state()));
        var box = new Div(new Paragraph(t("import.running", status.imported(), status.lines())), bar);
        box.setId("running");
        getContent().add(box);
        feed.follow(
                box,
                "card-import",
                status.token().toString(),
                status.version(),
                () -> imports.status(actor, status.token()).ifPresent(this::resume));
    }
}
