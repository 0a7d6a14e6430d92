package org.kameng.tools.bench;

/** Orders that a person must look at. */
final class Held {

    private Held() {}

    /** A paid order of a buyer who has paid twenty thousand yuan today: rule R02 wants a person to look. */
    static String order(Desk desk, HouseArm arm, int number) {
        var order = arm.place(number);
        desk.database().sql("""
                        insert into risk_decision (stage, order_no, account_id, amount_fen, ip_index, device_index, score, flags, rule_version, features, decided_at)
                        select stage, 'earlier-' || order_no, account_id, 2000000, ip_index, device_index, 0, '{}', rule_version, '{}', decided_at
                        from (select 'PAYMENT' as stage, order_no, account_id, ip_index, device_index, rule_version, decided_at
                          from risk_decision where order_no = ?) as own""").param(order).update();
        arm.pay(order);
        return order;
    }
}
