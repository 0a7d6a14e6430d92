package org.kameng.domain.supplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What may be known of a supplier without its secrets. */
@Component
class SupplierFacts {
    private final JdbcClient jdbc;

    SupplierFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String name(SupplierId supplier) {
        return text("name", supplier);
    }

    Protocol protocol(SupplierId supplier) {
        return Protocol.valueOf(text("protocol", supplier));
    }

    private String text(String column, SupplierId supplier) {
        return jdbc.sql("select " + column + " from supplier where id = :id")
                .param("id", supplier.value())
                .query(String.class)
                .single();
    }
}
