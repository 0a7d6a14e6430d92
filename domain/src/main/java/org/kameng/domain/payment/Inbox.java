package org.kameng.domain.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.crypto.BlindIndex;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the channel told us, once per transaction; and the alarms. */
@Component
class Inbox {
    private static final Duration FAILURES = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final BlindIndex index;
    private final Clock clock;

    Inbox(JdbcClient jdbc, FieldCipher cipher, BlindIndex index, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.index = index;
        this.clock = clock;
    }

    /** Which kind of receipt a payment became. */
    enum Receipt {
        CONFIRMED,
        LATE,
        DOUBLE
    }

    boolean knows(Channel channel, String transactionId) {
        return jdbc.sql("select 1 from payment_inbox where channel = :channel and transaction_id = :id")
                .param("channel", channel.name())
                .param("id", transactionId)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void store(ChannelNotice notice, Attempt attempt, Receipt receipt, byte @Nullable [] payerIndex) {
        var context = "payment_inbox|payer|" + notice.channel() + ":" + notice.transactionId();
        jdbc.sql("""
                insert into payment_inbox (channel, transaction_id, out_trade_no, order_no, sub_mchid, amount_fen, currency,
                  payer_sealed, payer_index, payer_index_version, source, receipt, paid_at, received_at)
                values (:channel, :transaction, :trade, :order, :sub, :amount, :currency, :payer, :payerIndex, :indexVersion,
                  :source, :receipt, :paid, :now)""")
                .param("channel", notice.channel().name())
                .param("transaction", notice.transactionId())
                .param("trade", notice.outTradeNo())
                .param("order", attempt.order().value())
                .param("sub", attempt.subMchid())
                .param("amount", notice.amount().fen())
                .param("currency", notice.amount().currency())
                .param("payer", notice.payerId() == null ? null : cipher.encrypt(context, notice.payerId()))
                .param("payerIndex", payerIndex)
                .param("indexVersion", payerIndex == null ? null : index.version())
                .param("source", notice.source().name())
                .param("receipt", receipt.name())
                .param("paid", SqlTime.of(notice.paidAt()))
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    byte @Nullable [] payerIndex(ChannelNotice notice) {
        return notice.payerId() == null ? null : index.of("payer", notice.channel() + "|" + notice.payerId());
    }

    Optional<Refund.Payment> confirmedPayment(OrderNo order) {
        return jdbc.sql("""
                select out_trade_no, channel, transaction_id, sub_mchid, amount_fen from payment_inbox
                where order_no = :order and receipt = 'CONFIRMED'""")
                .param("order", order.value())
                .query((row, n) -> new Refund.Payment(
                        order,
                        row.getString("out_trade_no"),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("transaction_id"),
                        row.getString("sub_mchid"),
                        Money.ofFen(row.getLong("amount_fen"))))
                .optional();
    }

    int recentFailures(AccountId buyer, Instant now) {
        return jdbc.sql("""
                select count(*) from payment_attempt where buyer_id = :buyer and state = 'FAILED' and changed_at > :since""")
                .param("buyer", buyer.value())
                .param("since", SqlTime.of(now.minus(FAILURES)))
                .query(Integer.class)
                .single();
    }

    /** An alarm about a verified statement that does not fit; once per transaction and reason. */
    boolean alarm(ChannelNotice notice, @Nullable OrderNo order, String why) {
        return alarm(notice.channel(), notice.transactionId(), order, why);
    }

    boolean alarm(Channel channel, String transactionId, @Nullable OrderNo order, String why) {
        return jdbc.sql("""
                        insert into payment_alarm (channel, why, order_no, transaction_id, raised_at)
                        values (:channel, :why, :order, :transaction, :now)
                        on conflict (channel, transaction_id, why) where transaction_id is not null do nothing""")
                        .param("channel", channel.name())
                        .param("why", why)
                        .param("order", order == null ? null : order.value())
                        .param("transaction", transactionId)
                        .param("now", SqlTime.of(clock.instant()))
                        .update()
                == 1;
    }

    /** An alarm about bytes that were refused at the door; answers its number. */
    long alarm(Channel channel, String why, byte[] bodySha256, String remoteIp) {
        var id = jdbc.sql("select nextval(pg_get_serial_sequence('payment_alarm', 'id'))")
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into payment_alarm (id, channel, why, body_sha256, remote_ip_sealed, raised_at) overriding system value
                values (:id, :channel, :why, :sha, :ip, :now)""")
                .param("id", id)
                .param("channel", channel.name())
                .param("why", why)
                .param("sha", bodySha256)
                .param("ip", cipher.encrypt(ipContext(id), remoteIp))
                .param("now", SqlTime.of(clock.instant()))
                .update();
        return id;
    }

    static String ipContext(long alarmId) {
        return "payment_alarm|ip|" + alarmId;
    }
}
