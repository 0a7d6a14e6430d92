package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kameng.domain.order.SavedView;
import org.kameng.domain.order.SavedViews;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Texts;

/** A person's own views of the list: open one, keep what is shown now, or drop one. */
class ViewMenu extends Composite<MenuBar> {
    private static final long serialVersionUID = 1L;

    private final transient SavedViews views;
    private final transient Actor actor;
    private final transient Supplier<OrderQuery> shown;
    private final transient Consumer<OrderQuery> open;

    ViewMenu(SavedViews views, Actor actor, Supplier<OrderQuery> shown, Consumer<OrderQuery> open) {
        this.views = views;
        this.actor = actor;
        this.shown = shown;
        this.open = open;
        getContent().addThemeVariants(MenuBarVariant.SMALL);
        fill();
    }

    private void fill() {
        getContent().removeAll();
        var root = getContent().addItem(t("orders.views"));
        root.setId("views");
        var menu = root.getSubMenu();
        var saved = views.of(actor);
        saved.forEach(view -> menu.addItem(view.name(), click -> open.accept(query(view))));
        if (!saved.isEmpty()) menu.addSeparator();
        menu.addItem(t("orders.views.save"), click -> ask());
        if (saved.isEmpty()) return;
        var drop = menu.addItem(t("orders.views.remove")).getSubMenu();
        saved.forEach(view -> drop.addItem(view.name(), click -> {
            views.remove(actor, view.name());
            fill();
        }));
    }

    private static OrderQuery query(SavedView view) {
        return OrderQuery.of(new Location("?" + view.query()).getQueryParameters());
    }

    private void ask() {
        var dialog = new Dialog(t("orders.views.save"));
        var name = new TextField(t("orders.views.name"));
        name.setMaxLength(SavedViews.LONGEST_NAME);
        name.setHelperText(t("orders.views.help"));
        name.setId("view-name");
        var keep = Parts.primary(t("orders.views.keep"), () -> {
            try {
                views.save(
                        actor,
                        new SavedView(name.getValue(), shown.get().address().getQueryString()));
                dialog.close();
                fill();
            } catch (DomainException refusal) {
                name.setErrorMessage(Texts.refusal(refusal));
                name.setInvalid(true);
            }
        });
        keep.setId("view-keep");
        dialog.add(name);
        dialog.getFooter().add(new Button(t("staff.leave"), click -> dialog.close()), keep);
        dialog.open();
        name.focus();
    }
}
