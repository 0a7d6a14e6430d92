package org.kameng.domain.supplier;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down with whom we may deal, keys sealed. */
@Component
public class SupplierContracts {
    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    SupplierContracts(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** What a supplier is called and reached by; never printed. */
    public record Contract(
            SupplierId id, String name, Protocol protocol, URI base, String key, List<String> secrets, String cardKey) {
        public Contract {
            secrets = List.copyOf(secrets);
        }

        @Override
        public String toString() {
            return "Contract[" + id + " " + protocol + "]";
        }
    }

    /** Adds a supplier, or replaces what is known of it; who is no longer in use stays so. */
    public void put(Contract contract, Instant at) {
        var id = contract.id().value();
        jdbc.sql("""
                insert into supplier (id, name, protocol, base_url, key, secrets_sealed, card_key_sealed, in_use, created_at, changed_at)
                values (:id, :name, :protocol, :base, :key, :secrets, :card, true, :at, :at)
                on conflict (id) do update set name = :name, protocol = :protocol, base_url = :base, key = :key,
                  secrets_sealed = :secrets, card_key_sealed = :card, changed_at = :at""")
                .param("id", id)
                .param("name", contract.name())
                .param("protocol", contract.protocol().name())
                .param("base", contract.base().toString())
                .param("key", contract.key())
                .param("secrets", cipher.encrypt(SupplierSeals.secrets(id), SupplierSeals.text(contract.secrets())))
                .param("card", cipher.encrypt(SupplierSeals.cardKey(id), contract.cardKey()))
                .param("at", SqlTime.of(at))
                .update();
    }
}
