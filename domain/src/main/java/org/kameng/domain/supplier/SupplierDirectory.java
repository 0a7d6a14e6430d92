package org.kameng.domain.supplier;

import java.util.List;
import java.util.Optional;

/** How suppliers are reached, for adapters and doors; holds secrets, so no screen asks it. */
public interface SupplierDirectory {
    /** Whom a pushed or signed message names by our key at the supplier. */
    Optional<SupplierEndpoint> byKey(Protocol protocol, String key);

    /** One supplier; throws NOT_FOUND. */
    SupplierEndpoint endpoint(SupplierId supplier);

    /** All suppliers that are in use, a few dozen at most. */
    List<SupplierEndpoint> active();
}
