package org.kameng.tools.simulators.supplier;

import java.util.List;

/**
 * One of the fictional suppliers.
 *
 * @param calm how it behaves when nobody turned a knob: its character
 */
public record Profile(String id, String name, List<Product> products, SupplierKnobs calm) {}
