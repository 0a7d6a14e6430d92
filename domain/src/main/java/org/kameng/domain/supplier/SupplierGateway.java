package org.kameng.domain.supplier;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The port to suppliers of one protocol. An unclear outcome is a value, not an exception; no call may run while a connection
 * is bound. Each call is told to {@link SupplierCalls} with secrets masked, whatever its outcome.
 */
public interface SupplierGateway {
    Protocol protocol();

    /** Buys. The purchase number is the idempotency key: the same request may be sent again and has the same effect. */
    PurchaseReply purchase(SupplierEndpoint supplier, PurchaseRequest request);

    /** Asks what became of a purchase that was sent with the same request. */
    PurchaseReply query(SupplierEndpoint supplier, PurchaseRequest request);

    /** One product as the supplier offers it now; empty when the supplier clearly does not have it. */
    Answer<Optional<SupplierProduct>> product(SupplierEndpoint supplier, String supplierSku);

    /** A page of the supplier's list, at most 100 products; {@code cursor} null begins. */
    Answer<SupplierProduct.Page> products(SupplierEndpoint supplier, @Nullable String cursor);

    /** Our balance at the supplier. */
    Answer<SupplierBalance> balance(SupplierEndpoint supplier);

    /**
     * Asks the supplier to push changes of its products to us from now on; asking again changes nothing. {@code false} when the
     * protocol knows no such pushes, so that polling is all there is.
     *
     * @param publicUrl the address under which suppliers reach this house; the adapter knows the path of its own door
     */
    default Answer<Boolean> subscribe(SupplierEndpoint supplier, URI publicUrl) {
        return new Answer.Known<>(false);
    }

    /** Where a supplier of this protocol pushes the end of a purchase; empty when it is only polled. */
    default Optional<URI> purchaseDoor(URI publicUrl) {
        return Optional.empty();
    }

    /**
     * Asks the supplier to take the whole purchase back. {@link PurchaseReply.Failed} only when it says so and shows it; asked
     * again under the same number it answers the same.
     */
    default PurchaseReply cancel(SupplierEndpoint supplier, PurchaseRequest request, String cancelNo) {
        return new PurchaseReply.CancelRefused("NOT_IN_PROTOCOL");
    }

    /** A value, or why there is none. */
    sealed interface Answer<T> {
        record Known<T>(T value) implements Answer<T> {}

        /** No clear answer; the code is ours or the supplier's, never its message. */
        record Unknown<T>(String code) implements Answer<T> {}
    }
}
