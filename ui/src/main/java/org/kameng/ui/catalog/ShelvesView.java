package org.kameng.ui.catalog;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.kameng.domain.catalog.CatalogDesk;
import org.kameng.domain.catalog.CategoryData;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Table;

/** The shelves of the shop; a few dozen at most. */
@Route(value = CatalogNavigation.SHELVES, layout = DeskLayout.class)
@RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
class ShelvesView extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient CatalogDesk desk;
    private final transient Actor actor = CurrentActor.get();
    private final Div list = new Div();
    private final Div editor = new Div();

    ShelvesView(CatalogDesk desk) {
        this.desk = desk;
        addClassName("k-page");
        var head = new Div(new H1(t("goods.shelves")));
        head.addClassName("k-head");
        if (actor.has(Role.OPERATOR)) {
            head.add(Parts.quiet(t("goods.shelf.add"), () -> edit(new CategoryData("", "", "", 100, 0))));
        }
        add(head, list, editor);
        show();
    }

    private void show() {
        var table = new Table(
                t("goods.shelves"),
                t("goods.shelf.code"),
                t("goods.nameZh"),
                t("goods.nameEn"),
                t("goods.position"),
                "");
        desk.categories(actor)
                .forEach(shelf -> table.row(
                        Parts.code(shelf.code()),
                        shelf.nameZh(),
                        shelf.nameEn(),
                        shelf.position(),
                        Parts.quiet(t("goods.edit"), () -> edit(shelf))));
        list.removeAll();
        list.add(table);
    }

    private void edit(CategoryData shelf) {
        editor.removeAll();
        editor.add(Parts.sheet(
                shelf.version() == 0 ? t("goods.shelf.add") : shelf.nameZh(),
                new GoodsEditor<>(
                        new ShelfForm(shelf),
                        typed -> desk.save(actor, typed),
                        typed -> List.of(),
                        saved -> show(),
                        actor.has(Role.OPERATOR))));
    }

    @Override
    public String getPageTitle() {
        return t("goods.shelves");
    }
}
