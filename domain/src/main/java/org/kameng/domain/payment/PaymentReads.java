package org.kameng.domain.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.audit.Refusals;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderView;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads attempts, refunds and alarms, for people and for jobs. */
@Component
class PaymentReads {
    private final JdbcClient jdbc;
    private final OrderService orders;
    private final Refusals refusals;
    private final FieldCipher cipher;
    private final Questions questions;

    PaymentReads(JdbcClient jdbc, OrderService orders, Refusals refusals, FieldCipher cipher, Questions questions) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.refusals = refusals;
        this.cipher = cipher;
        this.questions = questions;
    }

    Optional<OrderNo> orderOf(String outTradeNo) {
        return jdbc.sql("select order_no from payment_attempt where out_trade_no = :no")
                .param("no", outTradeNo)
                .query((row, n) -> new OrderNo(row.getString("order_no")))
                .optional();
    }

    List<PendingAttempt> leaseOverdue(int limit) {
        return questions.aboutAttempts(
                limit,
                (row, n) -> new PendingAttempt(
                        new OrderNo(row.getString("order_no")),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("out_trade_no"),
                        row.getString("sub_mchid"),
                        AttemptState.valueOf(row.getString("state")),
                        SqlTime.get(row, "ask_at")));
    }

    Optional<PaymentPageView> page(Actor customer, OrderNo no) {
        OrderView order;
        try {
            order = orders.view(customer, no);
        } catch (DomainException refused) {
            if (refused.code() == ErrorCode.NOT_FOUND) return Optional.empty();
            throw refused;
        }
        requireBuyer(customer, order);
        var line = order.lines().getFirst();
        return Optional.of(new PaymentPageView(
                no,
                order.state(),
                order.amount(),
                order.sellerName(),
                line.nameZh(),
                line.nameEn(),
                line.quantity(),
                order.paymentDeadline(),
                ways(no),
                order.cancelRequested(),
                order.version()));
    }

    void requireBuyer(Actor customer, OrderNo no) {
        requireBuyer(customer, orders.view(customer, no));
    }

    // Staff may look at orders, but paying belongs to the buyer.
    private void requireBuyer(Actor customer, OrderView order) {
        if (!customer.is(order.buyer()))
            throw refusals.refuse(customer, "order.pay", "order", order.no().value());
    }

    private List<PaymentWay> ways(OrderNo no) {
        var attempts = payments(no);
        return offered(no).stream().map(channel -> way(channel, attempts)).toList();
    }

    private List<Channel> offered(OrderNo no) {
        var alipay = jdbc.sql("select smid is not null from orders where no = :no")
                .param("no", no.value())
                .query(Boolean.class)
                .single();
        return alipay ? List.of(Channel.WECHAT, Channel.ALIPAY) : List.of(Channel.WECHAT);
    }

    private static PaymentWay way(Channel channel, List<Attempted> attempts) {
        return attempts.reversed().stream()
                .filter(attempted -> attempted.view().channel() == channel)
                .findFirst()
                .map(latest -> new PaymentWay(channel, latest.view().state(), latest.codeUrl()))
                .orElseGet(() -> new PaymentWay(channel, null, null));
    }

    List<PaymentView> paymentsOf(Actor viewer, OrderNo no) {
        orders.view(viewer, no);
        return payments(no).stream().map(Attempted::view).toList();
    }

    private List<Attempted> payments(OrderNo no) {
        return jdbc.sql(
                        "select * from payment_attempt where order_no = :no order by created_at, out_trade_no limit 100")
                .param("no", no.value())
                .query((row, n) -> new Attempted(payment(row), row.getString("code_url")))
                .list();
    }

    Optional<RefundView> refund(String number) {
        return jdbc.sql("select * from refund where refund_no = :no")
                .param("no", RefundNo.ofChannel(number).value())
                .query((row, n) -> refund(row))
                .optional();
    }

    List<RefundView> refundsOf(Actor viewer, OrderNo no) {
        orders.view(viewer, no);
        return jdbc.sql("select * from refund where order_no = :no order by requested_at, refund_no limit 100")
                .param("no", no.value())
                .query((row, n) -> refund(row))
                .list();
    }

    List<String> unfinishedStrayRefunds(Instant before, int limit) {
        return jdbc.sql("""
                select refund_no from refund where state in ('REQUESTED', 'SENT', 'UNKNOWN', 'ABNORMAL', 'CLOSED') and kind <> 'ORDER'
                  and changed_at < :before order by changed_at limit :limit""")
                .param("before", SqlTime.of(before))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    List<RefundView> leaseOverdueRefunds(int limit) {
        return questions.aboutRefunds(limit, (row, n) -> refund(row));
    }

    Slice<AlarmRow> alarms(Actor staff, PageRequest page) {
        staff.require(Role.FINANCE, Role.SUPPORT_AGENT, Role.AUDITOR);
        var rows = jdbc.sql("select * from payment_alarm order by raised_at desc, id desc offset :offset limit :limit")
                .param("offset", page.offset())
                .param("limit", page.limitPlusOne())
                .query((row, n) -> alarm(row))
                .list();
        return Slice.of(rows, page);
    }

    private AlarmRow alarm(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        var order = row.getString("order_no");
        var ip = row.getBytes("remote_ip_sealed");
        return new AlarmRow(
                id,
                Channel.valueOf(row.getString("channel")),
                row.getString("why"),
                order == null ? null : new OrderNo(order),
                ip == null ? null : cipher.decrypt(Inbox.ipContext(id), ip),
                SqlTime.get(row, "raised_at"));
    }

    private static PaymentView payment(ResultSet row) throws SQLException {
        return new PaymentView(
                row.getString("out_trade_no"),
                Channel.valueOf(row.getString("channel")),
                AttemptState.valueOf(row.getString("state")),
                Money.ofFen(row.getLong("amount_fen")),
                SqlTime.get(row, "created_at"),
                SqlTime.get(row, "deadline"),
                row.getString("transaction_id"),
                SqlTime.find(row, "paid_at"),
                row.getString("failure"));
    }

    private static RefundView refund(ResultSet row) throws SQLException {
        return new RefundView(
                row.getString("refund_no"),
                row.getString("channel_no"),
                new OrderNo(row.getString("order_no")),
                Channel.valueOf(row.getString("channel")),
                row.getString("out_trade_no"),
                row.getString("sub_mchid"),
                RefundState.valueOf(row.getString("state")),
                Money.ofFen(row.getLong("amount_fen")),
                row.getString("reason"),
                SqlTime.get(row, "requested_at"),
                SqlTime.find(row, "settled_at"),
                row.getString("channel_refund_id"),
                row.getString("failure"),
                row.getString("hand_reference"));
    }

    private record Attempted(PaymentView view, @Nullable String codeUrl) {}
}
