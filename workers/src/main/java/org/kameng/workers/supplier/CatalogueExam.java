package org.kameng.workers.supplier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.supplier.SupplierEndpoint;
import org.kameng.domain.supplier.SupplierGateway;
import org.kameng.domain.supplier.SupplierGateway.Answer;
import org.kameng.domain.supplier.SupplierProduct;

/** What can be asked without proving or buying anything. */
final class CatalogueExam {
    private static final int MOST_PAGES = 200;
    private static final int LARGEST_PAGE = 100;
    private static final String NO_SKU = "KAMENG-NO-SUCH-SKU";

    private final SupplierGateway gateway;
    private final SupplierEndpoint supplier;
    private final List<SupplierProduct> products = new ArrayList<>();

    CatalogueExam(SupplierGateway gateway, SupplierEndpoint supplier) {
        this.gateway = gateway;
        this.supplier = supplier;
    }

    List<Finding> findings() {
        return List.of(balance(), list(), product(), noProduct());
    }

    private Finding balance() {
        var answer = gateway.balance(supplier);
        return Finding.of(Rule.BALANCE, answer instanceof Answer.Known, Outcomes.of(answer));
    }

    private Finding list() {
        var fault = read();
        var distinct = new HashSet<String>();
        boolean once = products.stream().allMatch(product -> distinct.add(product.sku()));
        boolean priced = products.stream().allMatch(product -> product.cost().isPositive());
        boolean good = fault == null && once && priced && !products.isEmpty();
        var seen = fault == null ? products.size() + " products" : fault;
        return Finding.of(
                Rule.LIST, good, seen + (once ? "" : ", some twice") + (priced ? "" : ", some without a price"));
    }

    /** Reads all pages; what is wrong with them, or null. */
    private @Nullable String read() {
        String cursor = null;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            switch (gateway.products(supplier, cursor)) {
                case Answer.Unknown<SupplierProduct.Page> unknown -> {
                    return unknown.code();
                }
                case Answer.Known<SupplierProduct.Page> known -> {
                    if (known.value().products().size() > LARGEST_PAGE) {
                        return "a page of " + known.value().products().size();
                    }
                    products.addAll(known.value().products());
                    cursor = known.value().next();
                }
            }
            if (cursor == null) {
                return null;
            }
        }
        return "no end after " + MOST_PAGES + " pages";
    }

    private Finding product() {
        if (products.isEmpty()) {
            return Finding.skipped(Rule.PRODUCT, "no list");
        }
        var listed = products.getFirst();
        var answer = gateway.product(supplier, listed.sku());
        boolean same = answer instanceof Answer.Known<Optional<SupplierProduct>> known
                && known.value()
                        .filter(p -> p.sku().equals(listed.sku())
                                && p.cost().equals(listed.cost())
                                && p.direct() == listed.direct())
                        .isPresent();
        return Finding.of(Rule.PRODUCT, same, Outcomes.of(answer));
    }

    private Finding noProduct() {
        var answer = gateway.product(supplier, NO_SKU);
        boolean none = answer instanceof Answer.Known<Optional<SupplierProduct>> known
                && known.value().isEmpty();
        return Finding.of(Rule.NO_PRODUCT, none, Outcomes.of(answer));
    }
}
