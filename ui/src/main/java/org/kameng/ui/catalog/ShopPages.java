package org.kameng.ui.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.Catalog;
import org.kameng.domain.catalog.CategoryRow;
import org.kameng.domain.catalog.OfferRow;
import org.kameng.domain.catalog.ProductCard;
import org.kameng.domain.catalog.ProductPage;
import org.kameng.domain.catalog.ShopFilter;
import org.kameng.domain.shared.PageRequest;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Languages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Renders shop front and product page: the same bytes for everybody, so they may be cached. */
class ShopPages {
    private static final int PAGE = 24;
    private static final int MOST_COUNTED = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(15);

    record Shelf(String href, String name, boolean here) {}

    /** A way to sort, with the key of its words. */
    record Order(String name, String words) {}

    record Tile(String href, String name, String seller, String face, String price, int stock, boolean several) {}

    record Offer(String name, String seller, String face, String price, int stock, Terms terms, String buy) {}

    /** What several offers may have in common. */
    record Terms(String seller, String region, String limits, int days, String refund, String guide) {}

    record Details(String names, Terms terms) {}

    private final Catalog catalog;

    ShopPages(Catalog catalog) {
        this.catalog = catalog;
    }

    ServerResponse front(ServerRequest request) {
        var query = ShopQuery.of(request);
        var locale = query.locale();
        var found = catalog.shopFront(query.filter(), new PageRequest(query.page() * PAGE, PAGE));
        var model = common(locale);
        model.put("shelves", shelves(catalog.categories(), query));
        model.put("everything", query.filter().category() == null);
        model.put("all", query.shelf(null).address());
        model.put("goods", found.rows().stream().map(card -> tile(card, locale)).toList());
        model.put("count", catalog.count(query.filter()));
        model.put("most", MOST_COUNTED);
        model.put("back", query.page() > 0 ? query.on(query.page() - 1).address() : null);
        model.put("next", found.more() ? query.on(query.page() + 1).address() : null);
        model.put("page", query.page() + 1);
        model.put("other", query.in(other(locale)).address());
        sieve(model, query);
        return cacheable(HttpStatus.OK).render("shop/front", model);
    }

    private void sieve(Map<String, Object> model, ShopQuery query) {
        var filter = query.filter();
        model.put("sifted", query.sifted());
        model.put("category", filter.category());
        model.put("sellers", catalog.sellers());
        model.put("seller", filter.seller() == null ? "" : filter.seller().value());
        model.put("min", ShopQuery.shown(filter.priceFrom()));
        model.put("max", ShopQuery.shown(filter.priceTo()));
        model.put(
                "sorts",
                Arrays.stream(ShopFilter.Sort.values())
                        .map(sort -> new Order(ShopQuery.name(sort), "shop.sort." + ShopQuery.name(sort)))
                        .toList());
        model.put("sort", ShopQuery.name(filter.sort()));
        model.put("clear", front(filter.category(), query.locale()));
    }

    ServerResponse product(ServerRequest request) {
        var locale = language(request);
        var model = common(locale);
        var found = catalog.product(request.pathVariable("slug"));
        if (found.isEmpty()) {
            return cacheable(HttpStatus.NOT_FOUND).render("shop/missing", model);
        }
        ProductPage product = found.get();
        boolean zh = Languages.isChinese(locale);
        model.put("name", zh ? product.nameZh() : product.nameEn());
        model.put("about", zh ? product.aboutZh() : product.aboutEn());
        model.put("shelf", front(product.category(), locale));
        model.put("other", link("/p/" + product.slug(), other(locale)));
        model.put("categoryName", zh ? product.categoryNameZh() : product.categoryNameEn());
        var offers =
                product.offers().stream().map(offer -> offer(offer, locale)).toList();
        model.put("offers", offers);
        model.put("details", details(offers, zh));
        return cacheable(HttpStatus.OK).render("shop/product", model);
    }

    private static ServerResponse.BodyBuilder cacheable(HttpStatus status) {
        return ServerResponse.status(status)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic());
    }

    private static Locale language(ServerRequest request) {
        return Languages.of(request.param(Languages.PARAMETER).orElse(null));
    }

    private static Map<String, Object> common(Locale locale) {
        var model = new HashMap<String, Object>();
        boolean zh = Languages.isChinese(locale);
        model.put("zh", zh);
        model.put("lang", zh ? "zh-CN" : "en");
        model.put("front", front(null, locale));
        model.put("other", front(null, other(locale)));
        return model;
    }

    private static List<Shelf> shelves(List<CategoryRow> rows, ShopQuery query) {
        return rows.stream()
                .map(row -> new Shelf(
                        query.shelf(row.code()).address(),
                        Languages.isChinese(query.locale()) ? row.nameZh() : row.nameEn(),
                        row.code().equals(query.filter().category())))
                .toList();
    }

    private static Tile tile(ProductCard card, Locale locale) {
        return new Tile(
                link("/p/" + card.slug(), locale),
                Languages.isChinese(locale) ? card.nameZh() : card.nameEn(),
                card.sellerName(),
                Formats.money(card.faceFrom()),
                card.from().toYuanText(),
                card.stock(),
                card.offers() > 1);
    }

    private static Offer offer(OfferRow row, Locale locale) {
        boolean zh = Languages.isChinese(locale);
        var wanted = URLEncoder.encode(row.sku().value() + "." + row.seller().value(), StandardCharsets.UTF_8);
        return new Offer(
                zh ? row.nameZh() : row.nameEn(),
                row.sellerName(),
                Formats.money(row.face()),
                row.price().toYuanText(),
                row.stock(),
                new Terms(
                        row.sellerName(),
                        row.region(),
                        zh ? row.activationLimitZh() : row.activationLimitEn(),
                        row.promiseDays(),
                        zh ? row.refundPolicyZh() : row.refundPolicyEn(),
                        zh ? row.guideZh() : row.guideEn()),
                "/checkout?offer=" + wanted + (zh ? "&lang=zh" : "&lang=en"));
    }

    /** Terms are written once for all offers that share them. */
    private static List<Details> details(List<Offer> offers, boolean zh) {
        return offers.stream()
                .collect(Collectors.groupingBy(
                        Offer::terms,
                        LinkedHashMap::new,
                        Collectors.mapping(Offer::name, Collectors.joining(zh ? "、" : ", "))))
                .entrySet()
                .stream()
                .map(group -> new Details(group.getValue(), group.getKey()))
                .toList();
    }

    private static Locale other(Locale locale) {
        return Languages.isChinese(locale) ? Languages.ENGLISH : Languages.CHINESE;
    }

    private static String front(@Nullable String category, Locale locale) {
        return new ShopQuery(ShopFilter.ALL, 0, locale).shelf(category).address();
    }

    private static String link(String path, Locale locale) {
        return Languages.isChinese(locale) ? path : path + "?lang=en";
    }
}
