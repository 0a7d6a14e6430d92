package org.kameng.ui.purchase;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Role;
import org.kameng.domain.supplier.DeskAct;
import org.kameng.domain.supplier.PurchaseDecision;
import org.kameng.domain.supplier.PurchaseDesk;
import org.kameng.domain.supplier.PurchaseDesk.Result;
import org.kameng.domain.supplier.PurchaseDesk.Wish;
import org.kameng.domain.supplier.PurchasePreview;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Say;
import org.kameng.ui.shared.Texts;

/**
 * Chooses, shows exactly what will happen, and decides on just that. When the purchase has moved meanwhile, what was chosen and
 * written stays and the new preview is shown.
 */
class PurchaseActPanel extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient PurchaseDesk desk;
    private final transient Actor actor;
    private final String no;
    private final Runnable changed;
    private final Div standing = new Div();
    private final RadioButtonGroup<DeskAct> acts = new RadioButtonGroup<>();
    private final Div preview = new Div();
    private final TextArea reason = new TextArea(t("decide.reason"));
    private final Div doing = new Div();
    private final Div history = new Div();
    private transient PurchaseDesk.View view;
    private List<DeskAct> offered = List.of();

    PurchaseActPanel(PurchaseDesk desk, Actor actor, String no, Runnable changed) {
        this.desk = desk;
        this.actor = actor;
        this.no = no;
        this.changed = changed;
        this.view = desk.view(actor, no);
        getContent().addClassName("k-stack");
        acts.setLabel(t("purchase.choose"));
        acts.setItemLabelGenerator(act -> t("purchase.act", act));
        acts.setId("act");
        acts.addValueChangeListener(change -> showPreview());
        preview.getElement().setAttribute("aria-live", "polite");
        reason.setId("reason");
        reason.setMaxLength(Wish.MAX_REASON);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addValueChangeListener(change -> showButtons());
        getContent().add(standing, acts, preview, reason, doing, history);
        var advice = view.row().advice();
        show(advice == null ? null : advice.act());
    }

    /** Reads anew and keeps what was chosen and written. */
    void refresh() {
        view = desk.view(actor, no);
        show(acts.getValue());
    }

    private void show(@Nullable DeskAct chosen) {
        var possible = view.previews().stream().map(PurchasePreview::act).toList();
        // The same buttons stay. New ones under a hand would lose its click, and the old choice would be decided on.
        if (!possible.equals(offered)) {
            offered = possible;
            acts.setItems(possible);
        }
        acts.setVisible(!possible.isEmpty());
        var proposal = view.standing();
        var wanted = proposal != null && !view.standingStale() ? proposal.act() : chosen;
        acts.setValue(possible.contains(wanted) ? wanted : possible.isEmpty() ? null : possible.getFirst());
        showStanding(proposal);
        showPreview();
        history.removeAll();
        if (!view.decisions().isEmpty()) history.add(new DecisionList(view.decisions()));
    }

    private void showStanding(@Nullable PurchaseDecision proposal) {
        standing.removeAll();
        if (proposal == null) {
            var advice = view.row().advice();
            var words = advice == null ? t("purchase.nothingToDo") : t("advice.why", advice.why());
            standing.add(
                    advice == null
                            ? Parts.note(words, Tone.PLAIN)
                            : Parts.note(t("purchase.advised", t("purchase.act", advice.act()), words), Tone.INFO));
            return;
        }
        var words = t(
                "purchase.standing",
                proposal.proposedName(),
                Formats.moment(proposal.proposedAt()),
                t("purchase.act", proposal.act()),
                proposal.reason());
        standing.add(Parts.note(words, Tone.WAIT));
        if (view.standingStale()) standing.add(Parts.note(t("purchase.standing.stale"), Tone.BAD));
        else if (actor.is(proposal.proposedBy())) standing.add(Parts.note(t("purchase.standing.mine"), Tone.PLAIN));
    }

    private @Nullable PurchasePreview chosen() {
        return view.previews().stream()
                .filter(one -> one.act() == acts.getValue())
                .findFirst()
                .orElse(null);
    }

    private void showPreview() {
        preview.removeAll();
        var chosen = chosen();
        if (chosen != null) preview.add(new H3(t("purchase.preview")), new PreviewOfAct(chosen, view.row()));
        reason.setVisible(chosen != null && actor.has(Role.OPERATOR));
        reason.setHelperText(
                chosen != null && chosen.writtenProof() ? t("purchase.reason.proof") : t("decide.reason.help"));
        showButtons();
    }

    private void showButtons() {
        doing.removeAll();
        var chosen = chosen();
        var proposal = view.standing();
        if (!actor.has(Role.OPERATOR)) {
            doing.add(Parts.note(t("purchase.lookOnly"), Tone.PLAIN));
        } else if (proposal != null) {
            doing.add(answers(proposal, chosen));
        }
        if (chosen == null || !actor.has(Role.OPERATOR)) return;
        if (proposal == null || view.standingStale() || !chosen.twoPeople()) doing.add(decide(chosen));
    }

    private Div answers(PurchaseDecision proposal, @Nullable PurchasePreview chosen) {
        var row = Parts.row();
        var same = chosen != null && chosen.act() == proposal.act() && !view.standingStale();
        if (same && !actor.is(proposal.proposedBy())) {
            var confirm = Parts.primary(t("purchase.confirm"), () -> run(() -> desk.confirm(actor, proposal.id())));
            confirm.setId("confirm");
            row.add(confirm);
        }
        var key = actor.is(proposal.proposedBy()) ? "purchase.withdraw" : "purchase.decline";
        var decline = Parts.quiet(
                t(key),
                () -> run(() -> {
                    desk.decline(actor, proposal.id(), reason.getValue());
                    return null;
                }));
        decline.setId("decline");
        decline.setEnabled(!reason.getValue().isBlank());
        row.add(decline);
        return row;
    }

    private Div decide(PurchasePreview seen) {
        var key = seen.twoPeople() ? "purchase.propose" : "purchase.do";
        var button = Parts.primary(
                t(key, t("purchase.act", seen.act())),
                () -> run(() -> desk.decide(actor, no, new Wish(seen.act(), seen.token(), reason.getValue()))));
        button.setId("decide");
        button.setEnabled(!reason.getValue().isBlank());
        var box = new Div(button);
        if (seen.twoPeople()) {
            var why = new Paragraph(t("purchase.two", Formats.money(seen.atStake())));
            why.addClassName("k-quiet");
            box.add(why);
        }
        return box;
    }

    private void run(Supplier<@Nullable Result> act) {
        try {
            var result = act.get();
            reason.clear();
            reason.setInvalid(false);
            Say.done(t(result == Result.PROPOSED ? "purchase.proposed" : "purchase.done"));
        } catch (DomainException refusal) {
            if (refusal.code() == ErrorCode.ACCESS_DENIED) throw refusal;
            Say.problem(Texts.refusal(refusal));
        }
        refresh();
        changed.run();
    }
}
