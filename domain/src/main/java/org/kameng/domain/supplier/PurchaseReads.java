package org.kameng.domain.supplier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads purchases for pages. Knows nothing of who may look. */
@Component
class PurchaseReads {
    private final JdbcClient jdbc;

    PurchaseReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PurchaseView> of(OrderNo order) {
        return jdbc.sql("""
                select p.*, u.name as supplier_name from purchase p join supplier u on u.id = p.supplier_id
                where p.order_no = :order order by p.intended_at, p.purchase_no limit 200""")
                .param("order", order.value())
                .query((row, n) -> view(row))
                .list();
    }

    static PurchaseView view(ResultSet row) throws SQLException {
        var cost = row.getObject("cost_fen", Long.class);
        var bad = row.getString("bad_goods");
        var state = PurchaseState.valueOf(row.getString("state"));
        return new PurchaseView(
                row.getString("purchase_no"),
                new OrderNo(row.getString("order_no")),
                row.getInt("line"),
                new SupplierId(row.getString("supplier_id")),
                row.getString("supplier_name"),
                row.getString("supplier_sku"),
                state,
                row.getInt("quantity"),
                row.getInt("delivered"),
                row.getInt("to_stock"),
                Money.ofFen(row.getLong("max_cost_fen")),
                cost == null ? null : Money.ofFen(cost),
                row.getString("supplier_order_no"),
                row.getString("failure"),
                bad == null ? null : BadGoods.valueOf(bad),
                row.getString("verdict"),
                row.getInt("asked"),
                SqlTime.get(row, "intended_at"),
                SqlTime.find(row, "sent_at"),
                state.isOpen() ? SqlTime.get(row, "ask_at") : null,
                SqlTime.get(row, "decide_at"),
                SqlTime.find(row, "ended_at"));
    }
}
