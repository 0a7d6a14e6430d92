package org.kameng.workers.purchase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.RemoteCalls;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.PurchaseRequest;
import org.kameng.domain.supplier.SuppliedItem;
import org.kameng.domain.supplier.SupplierBalance;
import org.kameng.domain.supplier.SupplierEndpoint;
import org.kameng.domain.supplier.SupplierGateway;
import org.kameng.domain.supplier.SupplierProduct;

/** A supplier that does what a test says: it keeps a journal, and gives one number one answer. */
public final class ScriptedSupplier implements SupplierGateway {
    /** What a supplier does with a new number: its true end, and what it says at once. */
    public record Deed(PurchaseReply end, PurchaseReply said) {
        public static Deed clear(PurchaseReply end) {
            return new Deed(end, end);
        }
    }

    private final AtomicInteger cards = new AtomicInteger();
    private final Map<String, PurchaseReply> journal = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> sent = new ConcurrentHashMap<>();
    private final Map<String, BiFunction<PurchaseRequest, Integer, Deed>> scripts = new ConcurrentHashMap<>();
    private final Map<String, PurchaseReply> told = new ConcurrentHashMap<>();

    /** From now on a supplier behaves so; the number counts its purchases from 0. */
    public void does(String supplier, BiFunction<PurchaseRequest, Integer, Deed> script) {
        scripts.put(supplier, script);
    }

    /** What a query of this number answers instead of the truth. */
    public void tells(String purchaseNo, PurchaseReply reply) {
        told.put(purchaseNo, reply);
    }

    public void tellsTheTruth() {
        told.clear();
    }

    /** Numbers that ended delivered, whole or in part. */
    public List<String> delivered() {
        return journal.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof PurchaseReply.Finished)
                .map(Map.Entry::getKey)
                .toList();
    }

    public PurchaseReply.Finished cards(PurchaseRequest request, int count) {
        var items = new ArrayList<SuppliedItem>();
        for (var seq = 1; seq <= count; seq++) items.add(card(seq));
        return new PurchaseReply.Finished(
                "S-" + request.purchaseNo(), request.supplierSku(), count, Money.ofFen(100L * count), items);
    }

    public SuppliedItem.Card card(int seq) {
        return new SuppliedItem.Card(seq, "ROAD-" + cards.incrementAndGet() + "-CARD", "pw", null, null, null);
    }

    @Override
    public Protocol protocol() {
        return Protocol.KSP;
    }

    @Override
    public PurchaseReply purchase(SupplierEndpoint supplier, PurchaseRequest request) {
        RemoteCalls.assertNoConnectionHeld();
        var known = journal.get(request.purchaseNo());
        if (known != null) return known;
        var nth = sent.computeIfAbsent(supplier.supplier().value(), s -> new AtomicInteger())
                .getAndIncrement();
        var deed = scripts.getOrDefault(supplier.supplier().value(), (r, n) -> Deed.clear(cards(r, r.quantity())))
                .apply(request, nth);
        journal.put(request.purchaseNo(), deed.end());
        return deed.said();
    }

    @Override
    public PurchaseReply query(SupplierEndpoint supplier, PurchaseRequest request) {
        RemoteCalls.assertNoConnectionHeld();
        var instead = told.get(request.purchaseNo());
        if (instead != null) return instead;
        return journal.getOrDefault(request.purchaseNo(), new PurchaseReply.NotFound(null));
    }

    /** Takes everything back, whatever it delivered. */
    @Override
    public PurchaseReply cancel(SupplierEndpoint supplier, PurchaseRequest request, String cancelNo) {
        RemoteCalls.assertNoConnectionHeld();
        journal.put(request.purchaseNo(), PurchaseReply.Failed.cancelled());
        return PurchaseReply.Failed.cancelled();
    }

    @Override
    public Answer<Optional<SupplierProduct>> product(SupplierEndpoint supplier, String supplierSku) {
        return new Answer.Unknown<>("NOT_ASKED");
    }

    @Override
    public Answer<SupplierProduct.Page> products(SupplierEndpoint supplier, @Nullable String cursor) {
        return new Answer.Unknown<>("NOT_ASKED");
    }

    @Override
    public Answer<SupplierBalance> balance(SupplierEndpoint supplier) {
        return new Answer.Unknown<>("NOT_ASKED");
    }
}
