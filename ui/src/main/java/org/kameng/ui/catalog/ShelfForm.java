package org.kameng.ui.catalog;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.kameng.domain.catalog.CategoryData;

/** A shelf: its code, names and place. */
class ShelfForm extends GoodsForm<CategoryData> {
    private static final long serialVersionUID = 1L;

    private final TextField code = text("goods.shelf.code", null, 30, CategoryData::code);
    private final TextField nameZh = text("goods.nameZh", null, 80, CategoryData::nameZh);
    private final TextField nameEn = text("goods.nameEn", null, 80, CategoryData::nameEn);
    private final IntegerField position = number("goods.position", null, 0, 1_000_000, CategoryData::position);

    ShelfForm(CategoryData base) {
        super(base);
        code.setReadOnly(base.version() > 0);
        code.setHelperText(t("goods.shelf.code.help"));
    }

    @Override
    Optional<CategoryData> typed() {
        var place = position.getValue();
        return place == null
                ? Optional.empty()
                : Optional.of(new CategoryData(
                        code.getValue().strip(),
                        nameZh.getValue().strip(),
                        nameEn.getValue().strip(),
                        place,
                        base().version()));
    }
}
