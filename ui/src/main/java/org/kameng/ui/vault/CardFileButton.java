package org.kameng.ui.vault;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.vault.Passphrase;
import org.kameng.ui.shared.Client;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Say;
import org.kameng.ui.shared.Texts;

/** All cards of an order as one encrypted file. The passphrase is shown once and lives as long as this dialog. */
public class CardFileButton extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int FORBIDDEN = 403;

    private final transient CardOpener cards;
    private final transient Actor owner;
    private final transient OrderNo no;

    public CardFileButton(CardOpener cards, Actor owner, OrderNo no, int quantity) {
        this.cards = cards;
        this.owner = owner;
        this.no = no;
        var button = new Button(t("file.button", quantity), click -> ask(quantity));
        button.setId("file");
        var why = new Paragraph(t("file.why"));
        why.addClassName("k-quiet");
        getContent().addClassName("k-stack");
        getContent().add(button, why);
    }

    private void ask(int quantity) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(t("file.title"));
        dialog.setWidth("min(480px, 94vw)");
        dialog.add(new Paragraph(t("file.ask", quantity)));
        var make = Parts.primary(t("file.make"), () -> make(dialog));
        make.setId("file-make");
        dialog.getFooter().add(Parts.quiet(t("cards.ask.no"), dialog::close), make);
        dialog.open();
    }

    private void make(Dialog dialog) {
        var passphrase = cards.passphrase();
        var shown = Parts.code(passphrase.text());
        shown.addClassName("k-passphrase");
        shown.setId("passphrase");
        var link = new Anchor(event -> send(event, passphrase), t("file.download"));
        link.setDownload(true);
        link.addClassName("k-download");
        link.setId("file-download");
        dialog.removeAll();
        dialog.add(
                new Paragraph(t("file.passphrase")),
                Parts.row(shown, copy(shown)),
                Parts.note(t("file.once"), Tone.WAIT),
                link,
                new Paragraph(t("file.open")));
        dialog.getFooter().removeAll();
        dialog.getFooter().add(Parts.quiet(t("file.done"), dialog::close));
        dialog.setCloseOnOutsideClick(false);
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                dialog.removeAll();
            }
        });
    }

    private static Button copy(Span shown) {
        var copy = new Button(t("cards.copy"));
        copy.getElement()
                .executeJs(
                        "this.addEventListener('click', () => navigator.clipboard?.writeText($0.textContent)"
                                + ".then(() => { this.textContent = $1; }))",
                        shown,
                        t("cards.copied"));
        return copy;
    }

    private void send(DownloadEvent event, Passphrase passphrase) throws IOException {
        var response = event.getResponse();
        response.setHeader("Cache-Control", "no-store");
        try {
            var request = event.getRequest();
            var file = cards.file(owner, no, passphrase, Client.address(request), Client.device(request));
            event.setFileName(file.name());
            event.setContentType("application/zip");
            file.writeTo(event.getOutputStream());
        } catch (DomainException refusal) {
            response.setStatus(FORBIDDEN);
            event.getUI().access(() -> Say.problem(Texts.refusal(refusal)));
        }
    }
}
