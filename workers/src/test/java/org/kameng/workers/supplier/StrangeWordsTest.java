package org.kameng.workers.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kameng.domain.shared.Money;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.PurchaseRequest;

/** What a supplier may write into an answer that we keep. */
class StrangeWordsTest {
    private static final PurchaseRequest OURS = new PurchaseRequest(
            "PU261125TEST0001", "UP-1", false, 1, Money.ofFen(100), Map.of(), URI.create("http://127.0.0.1:9/n"));

    @Test
    void a_number_of_theirs_is_kept_without_what_no_database_takes() {
        var order = Document.parse("""
                {"orderNo":"PU261125TEST0001","status":"PROCESSING","supplierOrderNo":"S\\u00001\\u001b%s"}""".formatted("9".repeat(5000)));
        var reply = (PurchaseReply.Processing) KspOrders.order(order, OURS, "key");
        assertThat(reply.supplierOrderNo()).startsWith("S199").hasSize(100);
    }
}
