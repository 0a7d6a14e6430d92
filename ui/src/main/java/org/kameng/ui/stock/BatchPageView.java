package org.kameng.ui.stock;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.annotation.security.RolesAllowed;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.stock.BatchRecalls;
import org.kameng.domain.vault.BatchRow;
import org.kameng.domain.vault.RecalledCards.SoldCard;
import org.kameng.ui.audit.AuditPanel;
import org.kameng.ui.order.OrderNavigation;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Pages;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Texts;
import org.kameng.ui.vault.VaultNavigation;

/** One batch: where it came from, what is left of it, its recall, and the orders its cards were sold to. */
@Route(value = VaultNavigation.DESK_BATCHES + "/:batch", layout = DeskLayout.class)
@RolesAllowed({Roles.OPERATOR, Roles.SUPPORT_AGENT, Roles.AUDITOR})
class BatchPageView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int LAST_ACTS = 30;

    private final transient BatchRecalls recalls;
    private final transient AuditQuery audit;
    private final transient ChangeFeed feed;
    private final transient Actor actor = CurrentActor.get();

    BatchPageView(BatchRecalls recalls, AuditQuery audit, ChangeFeed feed) {
        this.recalls = recalls;
        this.audit = audit;
        this.feed = feed;
        addClassName("k-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getRouteParameters().get("batch").orElseThrow();
        if (!wanted.matches("\\d{1,18}")) {
            throw new DomainException(ErrorCode.NOT_FOUND);
        }
        show(Long.parseLong(wanted));
    }

    private void show(long id) {
        var batch = recalls.batch(actor, id);
        removeAll();
        var head = new Div(
                new Anchor(VaultNavigation.DESK_BATCHES, t("recall.back")),
                new H1(t("recall.title", String.valueOf(id))));
        head.addClassName("k-head");
        var recall = new RecallPanel(recalls, actor, id, () -> show(id));
        add(head, Parts.sheet(t("recall.facts"), facts(batch)), Parts.sheet(t("recall.ask"), recall));
        add(Parts.sheet(t("recall.sold"), sold(batch)), Parts.sheet(t("desk.audit"), acts(id)));
        recalls.of(actor, id)
                .ifPresent(seen ->
                        feed.follow(recall, "recall", String.valueOf(seen.id()), seen.version(), () -> show(id)));
    }

    private static DescriptionList facts(BatchRow batch) {
        var facts = Parts.facts();
        Parts.fact(
                facts,
                t("batch.sku"),
                batch.sku().value() + " · " + Texts.either(batch.skuNameZh(), batch.skuNameEn()));
        Parts.fact(facts, t("product.seller"), batch.sellerName());
        Parts.fact(facts, t("batch.fileName"), batch.fileName());
        Parts.fact(facts, t("batch.by"), batch.importedBy() + " · " + Formats.moment(batch.importedAt()));
        Parts.fact(facts, t("batch.cards"), String.valueOf(batch.cards()));
        Parts.fact(facts, t("batch.available"), String.valueOf(batch.available()));
        Parts.fact(facts, t("batch.reserved"), String.valueOf(batch.reserved()));
        Parts.fact(facts, t("batch.delivered"), String.valueOf(batch.delivered()));
        Parts.fact(facts, t("recall.withdrawn"), String.valueOf(batch.withdrawn()));
        return facts;
    }

    private Div sold(BatchRow batch) {
        if (batch.delivered() == 0) {
            return Parts.empty(t("recall.sold.none"));
        }
        var grid = new Grid<SoldCard>();
        grid.addComponentColumn(card -> new Anchor(
                        OrderNavigation.deskOrder(card.order().value()),
                        card.order().value()))
                .setHeader(t("recall.order"))
                .setAutoWidth(true);
        grid.addColumn(card -> card.line() + " / " + card.slot())
                .setHeader(t("recall.line"))
                .setAutoWidth(true);
        grid.addColumn(SoldCard::cardId).setHeader(t("recall.card")).setAutoWidth(true);
        grid.addColumn(card -> Formats.moment(card.deliveredAt()))
                .setHeader(t("recall.deliveredAt"))
                .setAutoWidth(true);
        grid.setItems(query -> Pages.stream(query, page -> recalls.sold(actor, batch.batchId(), page)));
        grid.setAriaLabel(t("recall.sold"));
        grid.setHeight("320px");
        var file = new Anchor(export(batch.batchId()), t("recall.sold.export"));
        file.setId("export");
        file.setRouterIgnore(true);
        var box = new Div(Parts.row(new Span(t("recall.sold.found", batch.delivered())), file), grid);
        box.addClassName("k-stack");
        return box;
    }

    /** Streams while it reads; who may see it is asked again by the service. */
    private DownloadHandler export(long batch) {
        return event -> {
            event.setFileName("batch-" + batch + "-sold.csv");
            event.setContentType("text/csv; charset=utf-8");
            event.getResponse().setHeader("Cache-Control", "no-store");
            recalls.export(actor, batch, event.getOutputStream());
        };
    }

    private AuditPanel acts(long batch) {
        return new AuditPanel(audit.of(actor, "batch", String.valueOf(batch), PageRequest.first(LAST_ACTS))
                .rows());
    }

    @Override
    public String getPageTitle() {
        return t("desk.batches");
    }
}
