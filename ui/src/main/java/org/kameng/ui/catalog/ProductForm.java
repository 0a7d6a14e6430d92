package org.kameng.ui.catalog;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import org.kameng.domain.catalog.CategoryData;
import org.kameng.domain.catalog.ListingField;
import org.kameng.domain.catalog.ProductData;
import org.kameng.ui.shared.Texts;

/** A product: its address, shelf, names and what it is. */
class ProductForm extends GoodsForm<ProductData> {
    private static final long serialVersionUID = 1L;

    private final TextField nameZh = text("goods.nameZh", ListingField.NAME_ZH, 80, ProductData::nameZh);
    private final TextField nameEn = text("goods.nameEn", ListingField.NAME_EN, 80, ProductData::nameEn);
    private final ComboBox<String> category;
    private final TextArea aboutZh = area("goods.aboutZh", ListingField.ABOUT_ZH, ProductData::aboutZh);
    private final TextArea aboutEn = area("goods.aboutEn", ListingField.ABOUT_EN, ProductData::aboutEn);
    private final TextField slug = text("goods.slug", null, 60, ProductData::slug);
    private final IntegerField position = number("goods.position", null, 0, 1_000_000, ProductData::position);
    private final Checkbox onSale;

    ProductForm(ProductData base, List<CategoryData> shelves) {
        super(base);
        var choice = new ComboBox<String>(t("goods.category"));
        choice.setItems(shelves.stream().map(CategoryData::code).toList());
        choice.setItemLabelGenerator(code -> shelves.stream()
                .filter(shelf -> shelf.code().equals(code))
                .map(shelf -> Texts.either(shelf.nameZh(), shelf.nameEn()))
                .findFirst()
                .orElse(code));
        category = add(choice, null, "goods.category", data -> data.category().isEmpty() ? null : data.category());
        onSale = add(new Checkbox(t("goods.onSale")), null, "goods.onSale", ProductData::onSale);
        slug.setHelperText(t("goods.slug.help"));
        position.setHelperText(t("goods.position.help"));
    }

    @Override
    Optional<ProductData> typed() {
        var shelf = category.getValue();
        var place = position.getValue();
        return shelf == null || place == null
                ? Optional.empty()
                : Optional.of(new ProductData(
                        base().id(),
                        slug.getValue().strip(),
                        shelf,
                        nameZh.getValue().strip(),
                        nameEn.getValue().strip(),
                        aboutZh.getValue().strip(),
                        aboutEn.getValue().strip(),
                        place,
                        onSale.getValue(),
                        base().version()));
    }
}
