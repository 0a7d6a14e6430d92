package org.kameng.domain.supplier;

/**
 * What suppliers push, after the door has verified it. A push is a hint: what it says is asked for again before anything
 * follows from it, so a forged, old or reordered one can cause a question and nothing else.
 */
public interface SupplierNews {
    /** A purchase may have changed; false when this event was known. */
    boolean orderChanged(SupplierId supplier, String eventId, String purchaseNo);

    /** Price, stock or state of a product may have changed; false when this event was known. */
    boolean productChanged(SupplierId supplier, String eventId, String supplierSku);

    /** Records and raises an alarm for a push that was refused at the door: forged, stale, replayed, or of an unknown key. */
    void refused(Protocol protocol, String why, byte[] bodySha256, String remoteIp);
}
