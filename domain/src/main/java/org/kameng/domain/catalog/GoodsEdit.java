package org.kameng.domain.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kameng.domain.catalog.GoodsReads.Stored;
import org.kameng.domain.catalog.GoodsTable.Hand;

/**
 * How one record of goods is saved.
 *
 * @param kind and {@code no}: the subject in the audit
 * @param lock reads what stands there now and locks it
 * @param change takes what stood there before
 */
record GoodsEdit<T extends Record & Goods>(
        T wanted,
        String kind,
        String no,
        Supplier<Optional<Stored<T>>> lock,
        Supplier<List<Finding>> findings,
        Consumer<Hand> add,
        BiConsumer<T, Hand> change) {}
