package org.kameng.ui.account;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.Consumer;
import org.kameng.domain.account.AccountView;
import org.kameng.domain.account.StaffService;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Pages;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Say;

/** Who works here and as what. What gives power waits on top for a second administrator. */
@Route(value = AccountNavigation.DESK_STAFF, layout = DeskLayout.class)
@Menu(title = "desk.nav.staff", order = 9, icon = "vaadin:users")
@RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
class StaffView extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient StaffService staff;
    private final transient Actor actor = CurrentActor.get();
    private final Grid<AccountView> grid = new Grid<>();
    private final WaitingChanges waiting;

    StaffView(StaffService staff, ChangeFeed feed) {
        this.staff = staff;
        waiting = new WaitingChanges(staff, actor, this::refresh);
        addClassName("k-page");
        var head = new Div(new H1(t("desk.staff")));
        head.addClassName("k-head");
        if (actor.has(Role.ADMIN)) {
            var newcomer = Parts.primary(
                    t("staff.new"), () -> StaffForm.newcomer(this::propose).open());
            newcomer.setId("staff-new");
            head.add(newcomer);
        }
        table();
        add(head, waiting, grid);
        feed.follow(this, "staff", "all", Long.MIN_VALUE, this::refresh);
    }

    private void propose(StaffForm form) {
        var half = staff.proposeAccount(
                actor, form.login.getValue(), form.name.getValue(), form.chosen(), form.reason.getValue());
        new HalfCode("first", half).open();
        refresh();
    }

    private void table() {
        grid.addColumn(AccountView::login).setHeader(t("staff.login")).setAutoWidth(true);
        grid.addColumn(AccountView::displayName).setHeader(t("staff.name")).setAutoWidth(true);
        grid.addColumn(account -> WaitingChanges.names(account.roles())).setHeader(t("staff.roles"));
        grid.addComponentColumn(StaffView::state).setHeader(t("staff.state")).setAutoWidth(true);
        grid.addColumn(account -> Formats.moment(account.createdAt()))
                .setHeader(t("staff.since"))
                .setAutoWidth(true);
        if (actor.has(Role.ADMIN)) {
            grid.addComponentColumn(this::acts).setHeader(t("staff.acts")).setAutoWidth(true);
        }
        grid.setPageSize(Pages.SIZE);
        grid.addClassName("k-grid");
        grid.setAriaLabel(t("desk.staff"));
        grid.setItems(wanted -> Pages.stream(wanted, page -> staff.list(actor, page)));
    }

    private static Span state(AccountView account) {
        return account.disabled()
                ? Parts.badge(t("staff.disabled"), Tone.BAD)
                : Parts.badge(t("staff.active"), Tone.OK);
    }

    private Component acts(AccountView account) {
        if (actor.is(account.id())) return new Span(t("staff.yourself"));
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.SMALL);
        var menu = bar.addItem(t("staff.change"));
        menu.setAriaLabel(t("staff.change.of", account.displayName()));
        fill(menu.getSubMenu(), account);
        return bar;
    }

    private void fill(SubMenu menu, AccountView account) {
        menu.addItem(
                t("staff.act.roles"),
                click -> StaffForm.roles(
                                account,
                                form -> said(staff.changeRoles(
                                        actor,
                                        account.id(),
                                        account.securityVersion(),
                                        form.chosen(),
                                        form.reason.getValue())))
                        .open());
        menu.addItem(
                t("staff.act.code"),
                click -> ask("code", account, form -> {
                    var half = staff.proposeCode(actor, account.id(), form.reason.getValue());
                    new HalfCode("first", half).open();
                    refresh();
                }));
        if (account.disabled()) {
            menu.addItem(
                    t("staff.act.enable"),
                    click -> ask(
                            "enable",
                            account,
                            form -> said(staff.enable(actor, account.id(), form.reason.getValue()))));
        } else {
            menu.addItem(
                    t("staff.act.disable"),
                    click -> ask("disable", account, form -> {
                        staff.disable(actor, account.id(), form.reason.getValue());
                        said(true);
                    }));
        }
    }

    private static void ask(String act, AccountView account, Consumer<StaffForm> then) {
        StaffForm.reason(t("staff.act." + act) + " · " + account.displayName(), then)
                .open();
    }

    private void said(boolean done) {
        Say.done(t(done ? "staff.done" : "staff.waits"));
        refresh();
    }

    private void refresh() {
        waiting.show();
        grid.getDataProvider().refreshAll();
    }

    @Override
    public String getPageTitle() {
        return t("desk.staff");
    }
}
