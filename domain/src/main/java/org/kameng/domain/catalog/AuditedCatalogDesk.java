package org.kameng.domain.catalog;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.catalog.GoodsReads.Stored;
import org.kameng.domain.catalog.GoodsTable.Hand;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.Slice;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class AuditedCatalogDesk implements CatalogDesk {
    private final GoodsReads reads;
    private final GoodsList list;
    private final GoodsTable table;
    private final SaleGate gate;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AuditedCatalogDesk(
            GoodsReads reads,
            GoodsList list,
            GoodsTable table,
            SaleGate gate,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.reads = reads;
        this.list = list;
        this.table = table;
        this.gate = gate;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<CategoryData> categories(Actor staff) {
        mayRead(staff);
        return reads.categories();
    }

    @Override
    public List<SellerRow> sellers(Actor staff) {
        mayRead(staff);
        return reads.sellers();
    }

    @Override
    public Slice<GoodsRow> find(Actor staff, GoodsFilter filter, PageRequest page) {
        mayRead(staff);
        return list.find(filter, page);
    }

    @Override
    public int count(Actor staff, GoodsFilter filter) {
        mayRead(staff);
        return list.count(filter);
    }

    @Override
    public ProductSheet product(Actor staff, ProductId id) {
        mayRead(staff);
        return reads.sheet(id).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
    }

    @Override
    public List<PriceRow> prices(Actor staff, OfferId offer) {
        mayRead(staff);
        return reads.prices(offer);
    }

    @Override
    public SaveResult<CategoryData> save(Actor operator, CategoryData category) {
        GoodsForms.check(category);
        return save(
                operator,
                new GoodsEdit<>(
                        category,
                        "category",
                        category.code(),
                        () -> reads.lockCategory(category.code()),
                        List::of,
                        hand -> table.add(category, hand),
                        (before, hand) -> table.change(category, hand)));
    }

    @Override
    public SaveResult<ProductData> save(Actor operator, ProductData product) {
        GoodsForms.check(product);
        return save(
                operator,
                new GoodsEdit<>(
                        product,
                        "product",
                        product.slug(),
                        () -> reads.lockProduct(product),
                        () -> gate.findings(product),
                        hand -> table.add(product, hand),
                        (before, hand) -> table.change(product, hand)));
    }

    @Override
    public SaveResult<SkuData> save(Actor operator, SkuData sku) {
        GoodsForms.check(sku);
        return save(
                operator,
                new GoodsEdit<>(
                        sku,
                        "sku",
                        sku.code().value(),
                        () -> reads.lockSku(sku.code()),
                        () -> gate.findings(sku),
                        hand -> table.add(sku, hand),
                        (before, hand) -> table.change(sku, hand)));
    }

    @Override
    public SaveResult<OfferData> save(Actor operator, OfferData offer) {
        GoodsForms.check(offer);
        return save(
                operator,
                new GoodsEdit<>(
                        offer,
                        "offer",
                        offer.id().toString(),
                        () -> reads.lockOffer(offer.id()),
                        () -> gate.findings(offer),
                        hand -> table.add(offer, hand),
                        (before, hand) -> table.change(before, offer, hand)));
    }

    private <T extends Record & Goods> SaveResult<T> save(Actor operator, GoodsEdit<T> edit) {
        operator.require(Role.OPERATOR);
        try {
            return transaction.execute(status -> decide(operator, edit));
        } catch (DuplicateKeyException taken) {
            throw new DomainException(ErrorCode.NAME_TAKEN);
        }
    }

    private <T extends Record & Goods> SaveResult<T> decide(Actor operator, GoodsEdit<T> edit) {
        var wanted = edit.wanted();
        var found = edit.lock().get();
        if (wanted.version() == 0 && found.isPresent()) throw new DomainException(ErrorCode.NAME_TAKEN);
        if (wanted.version() != 0 && found.isEmpty()) throw new DomainException(ErrorCode.NOT_FOUND);
        if (found.isPresent() && found.get().data().version() != wanted.version())
            return new SaveResult.Overtaken<>(
                    found.get().data(), found.get().by(), found.get().at());
        var findings = edit.findings().get();
        if (!findings.isEmpty()) return new SaveResult.Unfit<>(findings);
        return new SaveResult.Saved<>(write(operator, edit, found.map(Stored::data)));
    }

    private <T extends Record & Goods> T write(Actor operator, GoodsEdit<T> edit, Optional<T> before) {
        if (before.filter(old -> Changes.between(old, edit.wanted()).isEmpty()).isPresent()) return before.get();
        var hand = new Hand(operator.name(), clock.instant());
        before.ifPresentOrElse(
                old -> edit.change().accept(old, hand), () -> edit.add().accept(hand));
        var stored = edit.lock().get().orElseThrow().data();
        Map<String, Object> facts =
                before.map(old -> Changes.between(old, stored)).orElseGet(Map::of);
        audit.record(
                operator, edit.kind() + (before.isPresent() ? ".changed" : ".added"), edit.kind(), edit.no(), facts);
        return stored;
    }

    private static void mayRead(Actor staff) {
        staff.require(Role.OPERATOR, Role.AUDITOR);
    }
}
