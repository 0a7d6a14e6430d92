package org.kameng.domain.supplier;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredSuppliers implements SupplierDirectory {
    private static final String ROWS = "select * from supplier where in_use and ";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    StoredSuppliers(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    @Override
    public Optional<SupplierEndpoint> byKey(Protocol protocol, String key) {
        return jdbc.sql(ROWS + "protocol = :protocol and key = :key")
                .param("protocol", protocol.name())
                .param("key", key)
                .query((row, n) -> endpoint(row))
                .optional();
    }

    // One no longer in use is still asked about what was bought from it.
    @Override
    public SupplierEndpoint endpoint(SupplierId supplier) {
        return jdbc.sql("select * from supplier where id = :id")
                .param("id", supplier.value())
                .query((row, n) -> endpoint(row))
                .optional()
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
    }

    @Override
    public List<SupplierEndpoint> active() {
        return jdbc.sql(ROWS + "true order by id limit 200")
                .query((row, n) -> endpoint(row))
                .list();
    }

    private SupplierEndpoint endpoint(ResultSet row) throws SQLException {
        var id = row.getString("id");
        return new SupplierEndpoint(
                new SupplierId(id),
                Protocol.valueOf(row.getString("protocol")),
                URI.create(row.getString("base_url")),
                row.getString("key"),
                SupplierSeals.list(cipher.decrypt(SupplierSeals.secrets(id), row.getBytes("secrets_sealed"))),
                cipher.decrypt(SupplierSeals.cardKey(id), row.getBytes("card_key_sealed")));
    }
}
