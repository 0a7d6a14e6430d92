package org.kameng.domain.supplier;

import java.util.List;

/** What suppliers say about stock, price and our balance, kept for those who sell and buy. Jobs ask, nothing here calls anybody. */
public interface SupplyWatch {
    /** Products to ask about now, the longest waiting first; each is leased for a minute so that two instances never ask at once. */
    List<DueProduct> dueProducts(int limit);

    /** Suppliers whose whole list is due, leased for an hour or until {@link #listed}. */
    List<SupplierId> dueLists(int limit);

    /** The list of this supplier was read to its end. */
    void listed(SupplierId supplier);

    /** Suppliers to ask for pushes; asking again every hour mends what a supplier forgot. */
    List<SupplierId> dueSubscriptions(int limit);

    /** Suppliers to ask for our balance, leased like products. */
    List<SupplierId> dueBalances(int limit);

    /**
     * A product as the supplier offers it now. An older version than the one known is ignored. A price clearly above the accepted
     * one pauses the source for a person to look at.
     */
    void told(SupplierId supplier, SupplierProduct product);

    /** A page of the supplier's list; products that no offer leans on or that have not changed cost nothing more. */
    void told(SupplierId supplier, List<SupplierProduct> page);

    /** The supplier clearly does not have this product. */
    void gone(SupplierId supplier, String supplierSku);

    /** Our balance; raises an alarm when it is less than twice what the last 24 hours cost. */
    void balance(SupplierId supplier, SupplierBalance balance);

    /** A product of a supplier that one of our offers leans on. */
    record DueProduct(SupplierId supplier, String supplierSku) {}
}
