package org.kameng.domain.supplier;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what staff should look at. */
@Component
class SupplierAlarms {
    private static final Logger LOG = LoggerFactory.getLogger(SupplierAlarms.class);

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;

    SupplierAlarms(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    void refusedPush(Protocol protocol, String why, byte[] bodySha256, String remoteIp) {
        LOG.warn("a push of protocol {} was refused: {}", protocol, why);
        var id = jdbc.sql("select nextval(pg_get_serial_sequence('supplier_alarm', 'id'))")
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into supplier_alarm (id, protocol, why, body_sha256, remote_ip_sealed, raised_at) overriding system value
                values (:id, :protocol, :why, :body, :ip, :at)""")
                .param("id", id)
                .param("protocol", protocol.name())
                .param("why", why)
                .param("body", bodySha256)
                .param("ip", cipher.encrypt("supplier_alarm|ip|" + id, remoteIp))
                .param("at", SqlTime.of(clock.instant()))
                .update();
    }

    void aboutSupplier(SupplierId supplier, String why, @Nullable String subject, Instant at) {
        LOG.warn("supplier {}: {} {}", supplier, why, subject == null ? "" : subject);
        insert(supplier, why, subject, at);
    }

    void aboutPurchase(Purchase purchase, String why, Instant at) {
        LOG.warn("purchase {} at {}: {}", purchase.no(), purchase.supplier(), why);
        insert(purchase.supplier(), why, purchase.no().value(), at);
    }

    private void insert(SupplierId supplier, String why, @Nullable String subject, Instant at) {
        jdbc.sql("""
                insert into supplier_alarm (protocol, supplier_id, why, subject, raised_at)
                select protocol, id, :why, :subject, :at from supplier where id = :supplier""")
                .param("supplier", supplier.value())
                .param("why", why)
                .param("subject", subject)
                .param("at", SqlTime.of(at))
                .update();
    }
}
