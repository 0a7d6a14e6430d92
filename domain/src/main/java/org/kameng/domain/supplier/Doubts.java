package org.kameng.domain.supplier;

import java.time.Clock;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Only FAILED means "never charged and never delivered"; when the supplier speaks of such a purchase after all, it is asked
 * once more. Needs the caller's transaction.
 */
@Component
class Doubts {
    private final JdbcClient jdbc;
    private final Clock clock;

    Doubts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of a purchase that was sent to this supplier and called failed; of any other nothing is kept. */
    void raise(SupplierId supplier, String purchaseNo) {
        jdbc.sql("""
                insert into purchase_doubt (purchase_no, ask_at) select purchase_no, :now from purchase
                where purchase_no = :no and supplier_id = :supplier and state = 'FAILED' and sent_at is not null
                on conflict (purchase_no) do update set ask_at = excluded.ask_at""")
                .param("now", SqlTime.of(clock.instant()))
                .param("no", purchaseNo)
                .param("supplier", supplier.value())
                .update();
    }

    boolean about(Purchase purchase) {
        return jdbc.sql("select count(*) from purchase_doubt where purchase_no = :no")
                        .param("no", purchase.no().value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    void askLater(Purchase purchase) {
        jdbc.sql("update purchase_doubt set ask_at = :next where purchase_no = :no")
                .param("next", SqlTime.of(clock.instant().plus(PurchaseRules.DOUBT)))
                .param("no", purchase.no().value())
                .update();
    }

    void settle(Purchase purchase) {
        jdbc.sql("delete from purchase_doubt where purchase_no = :no")
                .param("no", purchase.no().value())
                .update();
    }
}
