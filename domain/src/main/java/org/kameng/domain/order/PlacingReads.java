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

    /** By phone: its owner may buy with an account and as a guest at the same moment. */
    void lockBuyer(AccountId buyer) {
        lock("buyer|"
                + jdbc.sql("select coalesce(encode(phone_index, 'hex'), id::text) from account where id = :buyer")
                        .param("buyer", buyer.value())
                        .query(String.class)
                        .single());
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

    /** Unpaid orders of the buyer's phone, whether placed with an account or as a guest. */
    int unpaidOf(AccountId buyer) {
        return jdbc.sql("""
                select count(*) from account me join account same
                  on (same.phone_index_version, same.phone_index) = (me.phone_index_version, me.phone_index)
                  join orders o on o.buyer_id = same.id and o.state = 'AWAITING_PAYMENT'
                where me.id = :buyer""").param("buyer", buyer.value()).query(Integer.class).single();
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
