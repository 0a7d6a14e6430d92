package org.kameng.domain.order;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What placing an order must look up first. */
@Component
class PlacingReads {
    private final JdbcClient jdbc;

    PlacingReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lockBuyer(AccountId buyer) {
        lock("buyer|" + buyer);
    }

    /** Taken after the buyer's lock, never before: one order holds one of each, so no two wait for each other. */
    void lockDevice(byte[] deviceIndex) {
        lock("device|" + HexFormat.of().formatHex(deviceIndex));
    }

    private void lock(String what) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('place|' || :what, 0))")
                .param("what", what)
                .query((row, n) -> n)
                .list();
    }

    Optional<OrderNo> byRequest(AccountId buyer, String requestId) {
        return jdbc.sql("select no from orders where buyer_id = :buyer and request_id = :request")
                .param("buyer", buyer.value())
                .param("request", requestId)
                .query((row, n) -> new OrderNo(row.getString("no")))
                .optional();
    }

    int unpaidOf(AccountId buyer) {
        return jdbc.sql("select count(*) from orders where buyer_id = :buyer and state = 'AWAITING_PAYMENT'")
                .param("buyer", buyer.value())
                .query(Integer.class)
                .single();
    }

    int unpaidOfDevice(byte[] deviceIndex) {
        return jdbc.sql("select count(*) from orders where device_index = :device and state = 'AWAITING_PAYMENT'")
                .param("device", deviceIndex)
                .query(Integer.class)
                .single();
    }

    NoReturnText noReturnText(Instant at) {
        return jdbc.sql(
                        "select version, zh, en from no_return_text where effective_at <= :at order by effective_at desc limit 1")
                .param("at", SqlTime.of(at))
                .query((row, n) -> new NoReturnText(row.getString("version"), row.getString("zh"), row.getString("en")))
                .single();
    }
}
