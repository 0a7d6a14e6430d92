package org.kameng.ui.vault;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.Catalog;
import org.kameng.domain.catalog.OfferRow;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.Role;
import org.kameng.domain.vault.CardImports;
import org.kameng.domain.vault.CardVault;
import org.kameng.domain.vault.ImportStatus;
import org.kameng.domain.vault.ImportStatus.State;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Pages;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Say;
import org.kameng.ui.shared.Table;
import org.kameng.ui.shared.Texts;

/**
 * Bringing cards in: a look at the file first, then the import. The file waits sealed in the database between the two; neither
 * the session nor this page keeps any of it.
 */
@Route(value = VaultNavigation.DESK_BATCHES, layout = DeskLayout.class)
@Menu(title = "desk.nav.batches", order = 5, icon = "vaadin:upload-alt")
@RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
class BatchView extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final Set<State> OPEN = EnumSet.of(State.PREVIEWED, State.RUNNING, State.FAILED);

    private final transient Actor actor = CurrentActor.get();
    private final BatchGrid grid;
    private final transient CardImports imports;
    private final ImportPanel panel;
    private final Div mine = new Div();
    private volatile @Nullable OfferRow offer;

    BatchView(CardVault vault, CardImports imports, Catalog catalog, ChangeFeed feed) {
        this.grid = new BatchGrid(vault, actor);
        this.imports = imports;
        this.panel = new ImportPanel(imports, feed, actor, this::refresh);
        addClassName("k-page");
        add(new H1(t("desk.batches")));
        if (actor.has(Role.OPERATOR)) {
            add(form(catalog), mine);
            mine();
        }
        add(grid);
    }

    private Section form(Catalog catalog) {
        var choice = new ComboBox<OfferRow>(t("batch.offer"));
        choice.setItems(query ->
                Pages.stream(query, page -> catalog.offers(query.getFilter().orElse(""), page)));
        choice.setItemLabelGenerator(BatchView::label);
        choice.setRequiredIndicatorVisible(true);
        choice.setWidthFull();
        var upload = new Upload(this::receive);
        upload.setAcceptedFileExtensions(".csv");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setEnabled(false);
        upload.getElement().setAttribute("aria-label", t("batch.file"));
        upload.setI18n(UploadWords.of());
        upload.addFileRejectedListener(rejected -> Say.problem(t("batch.rejected")));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        choice.addValueChangeListener(change -> {
            offer = change.getValue();
            panel.clear();
            upload.setEnabled(change.getValue() != null);
        });
        var format = new Paragraph(t("batch.format"));
        format.addClassName("k-quiet");
        var fields = new Div(format, choice, upload, panel);
        fields.addClassName("k-stack");
        return Parts.sheet(t("batch.title"), fields);
    }

    private static String label(OfferRow row) {
        return row.sku().value() + " · " + Texts.either(row.nameZh(), row.nameEn()) + " · " + row.sellerName();
    }

    /** Runs on the upload's own request, outside the page's lock. */
    private void receive(UploadEvent event) throws IOException {
        var target = offer;
        var ui = event.getUI();
        if (target == null) {
            event.reject(t("batch.choose"));
            return;
        }
        try (var csv = event.getInputStream()) {
            var seen = imports.preview(actor, target.sku(), target.seller(), event.getFileName(), csv);
            ui.access(() -> {
                panel.preview(seen, label(target));
                mine();
            });
        } catch (DomainException refusal) {
            ui.access(() -> panel.refuse(refusal));
        }
    }

    private void refresh() {
        grid.getDataProvider().refreshAll();
        mine();
    }

    /** What the person began and may have left the page of. */
    private void mine() {
        mine.removeAll();
        var open = imports.mine(actor).stream()
                .filter(status -> OPEN.contains(status.state()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        var table =
                new Table(t("import.mine"), t("batch.fileName"), t("import.stands"), t("batch.cards"), t("batch.sku"));
        open.forEach(status -> table.row(
                resume(status),
                Parts.badge(t("import.state", status.state()), status.state() == State.FAILED ? Tone.BAD : Tone.WAIT),
                status.lines(),
                Parts.code(status.offer().sku().value())));
        mine.add(Parts.sheet(t("import.mine"), table));
    }

    private Button resume(ImportStatus status) {
        var button = Parts.quiet(status.fileName(), () -> panel.resume(status));
        button.setAriaLabel(t("import.open", status.fileName()));
        return button;
    }

    @Override
    public String getPageTitle() {
        return t("desk.batches");
    }
}
