package org.kameng.tools.bench;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.SupplierContracts;
import org.kameng.domain.supplier.SupplierContracts.Contract;
import org.kameng.domain.supplier.SupplierId;

/** Suppliers change their secrets under load: first both are accepted and agreed with us, in the end the old one is refused. */
final class Rotation {
    private final Desk desk;
    private final Stalls stalls;

    Rotation(Desk desk, Stalls stalls) {
        this.desk = desk;
        this.stalls = stalls;
    }

    void begin() {
        turn(true);
    }

    void end() {
        turn(false);
    }

    private void turn(boolean both) {
        for (var supplier : Stalls.IDS) {
            stalls.knobs(supplier, "{\"rotateSecret\":" + both + "}");
            agree(supplier, stalls.credential(supplier, "secrets"), stalls.credential(supplier, "card-key"));
        }
    }

    private void agree(String supplier, List<String> secrets, List<String> cardKey) {
        var contract = desk.database()
                .sql("select name, protocol, base_url, key from supplier where id = ?")
                .param(supplier)
                .query((row, n) -> new Contract(
                        new SupplierId(supplier),
                        row.getString("name"),
                        Protocol.valueOf(row.getString("protocol")),
                        URI.create(row.getString("base_url")),
                        row.getString("key"),
                        secrets,
                        String.join("", cardKey)))
                .single();
        desk.service(SupplierContracts.class)
                .put(contract, desk.service(Clock.class).instant());
    }
}
