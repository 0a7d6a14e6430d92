package org.kameng.ui.vault;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.vault.CardBoxRow;
import org.kameng.domain.vault.RevealedCard;
import org.kameng.ui.shared.Client;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Say;
import org.kameng.ui.shared.Texts;

/**
 * One card. Its secret is fetched by an explicit, confirmed act, handed to the browser once and gone there after a minute. It is
 * no part of the page the server keeps: that may outlive a browser that went away by hours.
 */
class CardTile extends Composite<Article> {
    private static final long serialVersionUID = 1L;
    static final int SECONDS_OPEN = 60;
    private static final Pattern FOLLOWED = Pattern.compile("https://[\\p{Alnum}.-]+(:[0-9]+)?([/?#]\\S*)?");

    private final transient CardOpener cards;
    private final transient Actor owner;
    private transient CardBoxRow row;
    private final Div inside = new Div();
    private final Div seen = new Div();

    CardTile(CardOpener cards, Actor owner, CardBoxRow row) {
        this.cards = cards;
        this.owner = owner;
        this.row = row;
        getContent().addClassName("k-tile");
        inside.addClassName("k-inside");
        inside.getElement().setAttribute("aria-live", "polite");
        var now = cards.now();
        getContent()
                .add(
                        new H2(Texts.either(row.nameZh(), row.nameEn())),
                        CardFacts.of(row, now),
                        seen,
                        inside,
                        guide(),
                        CardFacts.afterSales(row, now));
        seen(row.firstRevealedAt() != null);
        close();
    }

    /** What is known of the card by now; an open secret stays open. */
    void update(CardBoxRow now) {
        row = now;
        seen(now.firstRevealedAt() != null);
    }

    private void seen(boolean before) {
        seen.removeAll();
        seen.add(CardFacts.state(before, row.expiresOn(), cards.now()));
    }

    /** Beside the closed card: what it takes to use it should be known before it is opened. */
    private Details guide() {
        var text = new Div(Texts.either(row.guideZh(), row.guideEn()));
        text.addClassName("k-guide");
        return new Details(t("product.guide"), text);
    }

    private void close() {
        inside.removeAll();
        var open = new Button(t("cards.reveal"), click -> ask());
        open.addClassName("k-reveal");
        open.setAriaLabel(t("cards.reveal.this", Texts.either(row.nameZh(), row.nameEn()), row.slot()));
        inside.add(open);
    }

    private void ask() {
        var dialog = new ConfirmDialog(
                t("cards.ask"),
                row.firstRevealedAt() == null ? t("cards.ask.first") : t("cards.ask.again"),
                t("cards.ask.yes"),
                confirmed -> open());
        dialog.setCancelable(true);
        dialog.setCancelText(t("cards.ask.no"));
        dialog.open();
    }

    private void open() {
        try {
            show(cards.reveal(owner, row, Client.address(), Client.device()));
            seen(true);
        } catch (DomainException refusal) {
            Say.problem(Texts.refusal(refusal));
        }
    }

    private void show(RevealedCard card) {
        inside.removeAll();
        var facts = Parts.facts();
        secret(facts, t("cards.number"), card.number());
        secret(facts, t("cards.password"), card.password());
        secret(facts, t("cards.pin"), card.pin());
        address(facts, card.url());
        var hides = new Paragraph(t("cards.hides", SECONDS_OPEN));
        hides.addClassName("k-quiet");
        inside.add(facts, Parts.row(Parts.quiet(t("cards.hide"), this::hide)), hides);
        hideLater();
    }

    /** What the browser should not simply follow is shown to be copied: no address a card came with is kept from its buyer. */
    private static void address(DescriptionList facts, @Nullable String url) {
        if (url == null || !FOLLOWED.matcher(url).matches()) {
            secret(facts, t("cards.url"), url);
            return;
        }
        var link = new Anchor();
        link.setText(t("cards.url.open"));
        link.setTarget(AnchorTarget.BLANK);
        link.getElement().executeJs("this.href = $0", url);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        Parts.fact(facts, t("cards.url"), link);
    }

    private static void secret(DescriptionList facts, String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        var text = Parts.code("");
        text.addClassName("k-secret");
        text.getElement().executeJs("this.textContent = $0", value);
        var copy = new Button(t("cards.copy"));
        copy.addThemeVariants(ButtonVariant.SMALL);
        copy.setAriaLabel(t("cards.copy.what", name));
        // The browser copies what it already shows; nothing travels a second time.
        copy.getElement()
                .executeJs(
                        "this.addEventListener('click', () => { navigator.clipboard?.writeText($0.textContent)"
                                + ".then(() => { const before = this.textContent; this.textContent = $1;"
                                + " setTimeout(() => { this.textContent = before; }, 2000); }); })",
                        text,
                        t("cards.copied"));
        Parts.fact(facts, name, Parts.row(text, copy));
    }

    private void hide() {
        inside.getElement().executeJs("clearTimeout(this.hiding)");
        close();
    }

    /**
     * The page empties the fields by itself, even when the connection is gone, then tells the server to close the tile. A minute
     * that began for an earlier look counts no more.
     */
    private void hideLater() {
        inside.getElement()
                .executeJs(
                        "clearTimeout(this.hiding); return new Promise(done => { this.hiding = setTimeout(() => {"
                                + " this.querySelectorAll('.k-secret').forEach(field => { field.textContent = '••••'; });"
                                + " this.querySelectorAll('a').forEach(link => link.removeAttribute('href'));"
                                + " done(); }, $0 * 1000); })",
                        SECONDS_OPEN)
                .then(done -> close());
    }
}
