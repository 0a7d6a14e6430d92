package org.kameng.ui.account;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.stream.Collectors;
import org.kameng.domain.account.StaffChange;
import org.kameng.domain.account.StaffService;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Say;
import org.kameng.ui.shared.Table;
import org.kameng.ui.shared.Texts;

/** What one administrator proposed and another must confirm, oldest first. */
class WaitingChanges extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    private final transient StaffService staff;
    private final transient Actor actor;
    private final transient Runnable changed;

    WaitingChanges(StaffService staff, Actor actor, Runnable changed) {
        this.staff = staff;
        this.actor = actor;
        this.changed = changed;
        show();
    }

    void show() {
        getContent().removeAll();
        var waiting = staff.waiting(actor, PageRequest.first(SHOWN));
        if (waiting.rows().isEmpty()) {
            var none = new Span(t("staff.waiting.none"));
            none.addClassName("k-quiet");
            getContent().add(Parts.sheet(t("staff.waiting"), none));
            return;
        }
        var table = new Table(
                t("staff.waiting"),
                t("staff.what"),
                t("staff.login"),
                t("staff.roles"),
                t("staff.reason"),
                t("staff.by"),
                t("staff.decide"));
        waiting.rows()
                .forEach(change -> table.row(
                        t("staff.kind", change.kind()),
                        change.login(),
                        names(change.roles()),
                        change.reason(),
                        change.proposer() + " · " + Formats.moment(change.proposedAt()),
                        buttons(change)));
        getContent().add(Parts.sheet(t("staff.waiting"), table));
    }

    static String names(Set<Role> roles) {
        return roles.stream().sorted().map(role -> t("role", role)).collect(Collectors.joining(", "));
    }

    private Component buttons(StaffChange change) {
        if (!actor.has(Role.ADMIN)) return new Span(t("staff.second.needed"));
        var withdraw = Parts.quiet(t("staff.withdraw"), () -> act(() -> staff.withdraw(actor, change.no())));
        if (actor.is(change.proposedBy()) || actor.is(change.account()))
            return Parts.row(new Span(t("staff.second.needed")), withdraw);
        var confirm = new Button(
                t("staff.confirm"),
                click -> act(() ->
                        staff.confirm(actor, change.no()).ifPresent(half -> new HalfCode("second", half).open())));
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
        return Parts.row(confirm, withdraw);
    }

    private void act(Runnable decision) {
        try {
            decision.run();
        } catch (DomainException refusal) {
            Say.problem(Texts.refusal(refusal));
        }
        changed.run();
    }
}
