package org.kameng.tools.bench;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.PlaceOrder;
import org.kameng.domain.order.PlaceResult;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.processes.inbox.Decision;
import org.kameng.processes.inbox.TaskFilter;
import org.kameng.processes.inbox.TaskInbox;
import org.kameng.processes.inbox.TaskRow;

/** Something real for everybody to look at: orders paid and unpaid, a task for each role that decides, an incident, an alarm. */
final class Sights {
    private static final String SKU = "GM-NEB-30";
    private static final String BOUGHT = "GM-NEB-500";
    private static final Pattern LINK = Pattern.compile("/o/[A-Za-z0-9_-]{43}");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final House house;
    private final Desk desk;
    private final HouseArm arm;
    private final Cast cast;
    private final Map<Role, String> unpaid = new EnumMap<>(Role.class);
    private final Map<Role, String> delivered = new EnumMap<>(Role.class);
    private final Map<Role, String> tasks = new EnumMap<>(Role.class);
    private final String incident;
    private final String bought;
    private final String link;

    Sights(House house, Desk desk, HouseArm arm, Cast cast) {
        this.house = house;
        this.desk = desk;
        this.arm = arm;
        this.cast = cast;
        var bad = badGoods();
        for (var buyer : List.of(Role.CUSTOMER, Role.DISTRIBUTOR, Role.GUEST)) buy(buyer);
        tasks.put(
                Role.SUPPORT_AGENT,
                task(Role.SUPPORT_AGENT, Held.order(desk, arm, 1)).id().text());
        tasks.put(Role.FINANCE, task(Role.FINANCE, refusedRefund()).id().text());
        tasks.put(Role.OPERATOR, task(Role.OPERATOR, bad).id().text());
        desk.service(Payments.class).recordRefusedNotice(Channel.WECHAT, "FORGED", new byte[32], "203.0.113.7");
        bought = one("select min(purchase_no) from purchase where order_no = '" + bad + "'");
        incident = incident();
        link = cast.sent(Cast.GUEST_PHONE, LINK);
    }

    String unpaid(Role buyer) {
        return unpaid.get(buyer);
    }

    String delivered(Role buyer) {
        return delivered.get(buyer);
    }

    /** Of models that there are, no task is for this role: the page tells it so. */
    boolean hasNoTask(String template, Role role) {
        return template.equals("desk/tasks/:id") && !tasks.containsKey(role);
    }

    /** A page's address with something in it that the role may look at. */
    String address(String template, Role role) {
        var address = template.replace(
                        "desk/tasks/:id", "desk/tasks/" + tasks.getOrDefault(role, tasks.get(Role.FINANCE)))
                .replace("desk/incidents/:id", "desk/incidents/" + incident)
                .replace("desk/orders/:no", "desk/orders/" + delivered.get(Role.CUSTOMER))
                .replace("desk/purchases/:no", "desk/purchases/" + bought)
                .replace("pay/:no", "pay/" + unpaid.get(role))
                .replace("orders/:no", "orders/" + delivered.get(role))
                .replace("o/:token", link.substring(1))
                .replace(":product", one("select product_id::text from sku where code = '" + SKU + "'"))
                .replace(":sku", SKU)
                .replace(":batch", one("select min(id)::text from card_batch"));
        if (address.contains(":")) throw new IllegalStateException("nothing to look at for " + template);
        return "/" + address + (template.equals("checkout") ? "?offer=" + SKU : "");
    }

    private void buy(Role buyer) {
        unpaid.put(buyer, arm.awaitPayable(place(cast.actor(buyer), SKU)));
        var paid = arm.awaitPayable(place(cast.actor(buyer), SKU));
        arm.pay(paid);
        arm.deliveredAt(paid);
        delivered.put(buyer, paid);
    }

    /** The shelf is empty, and what the supplier sends for it cannot be opened. */
    private String badGoods() {
        desk.database()
                .sql(
                        "update card set state = 3 where state = 0 and offer_id in (select id from offer where sku_code = ?)")
                .param(BOUGHT)
                .update();
        house.supplierKnobs("xingzhou", "{\"badTag\":100}");
        var order = arm.awaitPayable(place(desk.customer(3), BOUGHT));
        arm.pay(order);
        return order;
    }

    private String refusedRefund() {
        house.knobs("{\"refundResult\":\"ABNORMAL\"}");
        var order = Held.order(desk, arm, 2);
        var support = cast.actor(Role.SUPPORT_AGENT);
        desk.service(TaskInbox.class)
                .decide(
                        support,
                        task(Role.SUPPORT_AGENT, order).id(),
                        new Decision("refund", "not the owner of the card"));
        return await().atMost(PATIENCE)
                .until(
                        () -> desk.database()
                                .sql("select refund_no from refund where order_no = ? and state = 'ABNORMAL'")
                                .param(order)
                                .query(String.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** As the feed would write it; a broker makes one only after minutes of retries. */
    private String incident() {
        house.administrator().sql("""
                        insert into engine.incident (epoch, incident_key, process_instance_key, element_id, error_type, error_message, state,
                          created_at, last_position)
                        select epoch, 7, process_instance_key, 'Task_NotifyBuyer', 'JOB_NO_RETRIES', 'the mail box is full', 'OPEN', started_at,
                          last_position from engine.instance where business_no = ?""").param(unpaid.get(Role.CUSTOMER)).update();
        return one("select epoch || '-' || incident_key from engine.incident where incident_key = 7");
    }

    private String place(Actor buyer, String sku) {
        var orders = desk.service(OrderService.class);
        var seller = one("select seller_id from offer where sku_code = '" + sku + "' order by id limit 1");
        var request = UUID.randomUUID().toString();
        var wish = new PlaceOrder(
                request,
                new SkuId(sku),
                new SellerId(seller),
                1,
                true,
                orders.noReturnText().version(),
                "10.9." + Math.floorMod(buyer.hashCode(), 250) + ".7",
                "device-" + request);
        return ((PlaceResult.Placed) orders.place(buyer, wish)).no().value();
    }

    private TaskRow task(Role role, String reference) {
        var filter = new TaskFilter(null, TaskFilter.Whose.ANY, reference);
        return await().alias(role + " is asked about " + reference)
                .atMost(PATIENCE)
                .until(
                        () ->
                                desk
                                        .service(TaskInbox.class)
                                        .list(cast.actor(role), filter, PageRequest.first(5))
                                        .rows()
                                        .stream()
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String one(String sql) {
        return desk.database().sql(sql).query(String.class).single();
    }
}
