package org.kameng.domain.supplier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.supplier.PurchaseReply.Finished;

/**
 * What of an answer is worth opening. With a fault of the whole answer nothing of it is: which of its units would be ours is
 * then anybody's guess.
 *
 * @param cards in good order on the face of it
 * @param spoilt units that are not
 * @param units of a top-up, which has no cards
 */
record Inspection(
        List<SuppliedItem.Card> cards,
        List<SuppliedItem.Spoilt> spoilt,
        int units,
        @Nullable BadGoods whole) {

    static Inspection of(Purchase purchase, Finished said) {
        var whole = wholeFault(purchase, said);
        if (whole != null) return new Inspection(List.of(), List.of(), 0, whole);
        var cards = new ArrayList<SuppliedItem.Card>();
        var spoilt = new ArrayList<SuppliedItem.Spoilt>();
        for (var item : said.items()) {
            switch (item) {
                case SuppliedItem.Card card -> cards.add(card);
                case SuppliedItem.Spoilt bad -> spoilt.add(bad);
            }
        }
        return new Inspection(cards, spoilt, purchase.terms().direct() ? said.delivered() : 0, null);
    }

    /** The same without what arrived before. */
    Inspection without(Set<Integer> seqs, int unitsBefore) {
        return new Inspection(
                cards.stream().filter(card -> !seqs.contains(card.seq())).toList(),
                spoilt.stream().filter(bad -> !seqs.contains(bad.seq())).toList(),
                Math.max(0, units - unitsBefore),
                whole);
    }

    private static @Nullable BadGoods wholeFault(Purchase purchase, Finished said) {
        if (!said.supplierSku().equals(purchase.terms().supplierSku())) return BadGoods.WRONG_SKU;
        if (said.delivered() < 0 || said.delivered() > purchase.terms().quantity()) return BadGoods.MORE_THAN_SAID;
        if (said.items().size() > (purchase.terms().direct() ? 0 : said.delivered())) return BadGoods.MORE_THAN_SAID;
        if (said.cost().compareTo(purchase.terms().maxCostOf(said.delivered())) > 0) return BadGoods.COST_ABOVE_MAX;
        var seqs = new HashSet<Integer>();
        return said.items().stream().allMatch(item -> seqs.add(item.seq())) ? null : BadGoods.MORE_THAN_SAID;
    }

    /** Fewer units came than the supplier says it delivered; the missing ones have no number to be named by. */
    static boolean isShort(Purchase purchase, Finished said) {
        return !purchase.terms().direct() && said.items().size() < said.delivered();
    }

    static BadGoods fault(SuppliedItem.Fault fault) {
        return switch (fault) {
            case BAD_TAG -> BadGoods.BAD_TAG;
            case UNREADABLE -> BadGoods.UNREADABLE;
        };
    }
}
