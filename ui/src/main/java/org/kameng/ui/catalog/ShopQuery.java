package org.kameng.ui.catalog;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.ShopFilter;
import org.kameng.domain.catalog.ShopFilter.Sort;
import org.kameng.domain.shared.Money;
import org.kameng.ui.shared.Languages;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** What the shop front shows, as it stands in the address; what cannot be read there is left out. */
record ShopQuery(ShopFilter filter, int page, Locale locale) {
    private static final String YUAN = "\\d{1,6}(?:\\.\\d{1,2})?";
    private static final int LONGEST = 60;

    static ShopQuery of(ServerRequest request) {
        var asked = text(request, "page");
        return new ShopQuery(
                new ShopFilter(
                        text(request, "category"),
                        seller(text(request, "seller")),
                        yuan(text(request, "min")),
                        yuan(text(request, "max")),
                        sort(text(request, "sort"))),
                asked != null && asked.matches("\\d{1,4}") ? Integer.parseInt(asked) : 0,
                Languages.of(request.param(Languages.PARAMETER).orElse(null)));
    }

    ShopQuery on(int other) {
        return new ShopQuery(filter, other, locale);
    }

    ShopQuery in(Locale other) {
        return new ShopQuery(filter, page, other);
    }

    ShopQuery shelf(@Nullable String category) {
        return new ShopQuery(
                new ShopFilter(category, filter.seller(), filter.priceFrom(), filter.priceTo(), filter.sort()),
                0,
                locale);
    }

    /** Whether anything but the shelf narrows the front. */
    boolean sifted() {
        return filter.seller() != null || filter.priceFrom() != null || filter.priceTo() != null;
    }

    String address() {
        var address = UriComponentsBuilder.fromPath("/");
        put(address, "category", filter.category());
        put(address, "seller", filter.seller() == null ? null : filter.seller().value());
        put(address, "min", shown(filter.priceFrom()));
        put(address, "max", shown(filter.priceTo()));
        put(address, "sort", filter.sort() == Sort.SHOP ? null : name(filter.sort()));
        put(address, "page", page == 0 ? null : String.valueOf(page));
        put(address, Languages.PARAMETER, Languages.isChinese(locale) ? null : "en");
        return address.encode().toUriString();
    }

    static @Nullable String shown(@Nullable Money amount) {
        return amount == null ? null : amount.toYuanText().replaceFirst("\\.00$", "");
    }

    static String name(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }

    private static @Nullable String text(ServerRequest request, String name) {
        return request.param(name)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
                .filter(text -> text.chars().noneMatch(Character::isISOControl))
                .orElse(null);
    }

    private static @Nullable SellerId seller(@Nullable String id) {
        return id == null ? null : new SellerId(id);
    }

    private static @Nullable Money yuan(@Nullable String text) {
        return text == null || !text.matches(YUAN)
                ? null
                : Money.ofFen(new BigDecimal(text).movePointRight(2).longValueExact());
    }

    private static Sort sort(@Nullable String asked) {
        return Arrays.stream(Sort.values())
                .filter(sort -> name(sort).equals(asked))
                .findFirst()
                .orElse(Sort.SHOP);
    }
}
