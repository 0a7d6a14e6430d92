package org.kameng.workers.order;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.order.PlaceOrder;
import org.kameng.domain.order.PlaceResult;
import org.kameng.domain.payment.AttemptState;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.PaymentChannels;
import org.kameng.domain.payment.PaymentReceipt;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.processes.inbox.Decision;
import org.kameng.processes.inbox.TaskFilter;
import org.kameng.processes.inbox.TaskInbox;
import org.kameng.processes.inbox.TaskRow;
import org.kameng.processes.view.ProcessView;
import org.kameng.tools.local.LocalServers;
import org.kameng.tools.local.ZeebeServer;
import org.kameng.workers.purchase.Crashes;
import org.kameng.workers.purchase.ScriptedSupplier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Domain, processes and order workers as one application over a real PostgreSQL and a real broker; only the channel and the supplier are scripted. */
public final class Road implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger PHONES = new AtomicInteger(13900);

    final String database;
    final ZeebeServer zeebe;
    private ConfigurableApplicationContext spring;

    public Road() {
        var postgres = LocalServers.shared().postgres();
        database = postgres.createDatabase("road");
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(database), postgres.ownerUser(), postgres.ownerPassword())
                .load()
                .migrate();
        zeebe = LocalServers.shared().zeebeWithFeed(database);
        start();
    }

    public void start() {
        spring = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(LocalServers.shared().settings(database))
                .properties(
                        "kameng.demo=true",
                        "kameng.engine.grpc=" + zeebe.grpc(),
                        "kameng.engine.rest=" + zeebe.rest(),
                        "kameng.engine.redeploy=5s",
                        "kameng.reconciler.grace=1s",
                        "kameng.reconciler.every=500ms",
                        "kameng.reconciler.again=3s",
                        "kameng.reconciler.stuck=3s",
                        "logging.level.root=warn",
                        "logging.level.org.kameng=info")
                .run();
    }

    @Override
    public void close() {
        spring.close();
    }

    public <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    /** The usual channel. */
    public ScriptedChannel channel() {
        return channel(Channel.WECHAT);
    }

    public ScriptedChannel channel(Channel id) {
        return (ScriptedChannel) bean(PaymentChannels.class).of(id);
    }

    public JdbcClient sql() {
        return bean(JdbcClient.class);
    }

    public Actor newBuyer() {
        var phone = "139%08d".formatted(PHONES.incrementAndGet());
        var account = bean(AccountService.class).createCustomer(Actor.system("test"), phone, "Kameng-test-1");
        return new Actor(account, phone, Set.of(Role.CUSTOMER));
    }

    /** Takes the healer's place for a while, so that incidents are left to people. */
    void holdHealer(String howLong) {
        sql().sql("""
                        insert into lease (name, owner, until, next_at)
                        values ('incident-healer', 'test', now() + cast(:long as interval), now() + cast(:long as interval))
                        on conflict (name) do update set owner = 'test', until = excluded.until, next_at = excluded.next_at""").param("long", howLong).update();
    }

    public static Actor staff(Role role) {
        return new Actor(new AccountId(UUID.randomUUID()), "staff-" + role, Set.of(role));
    }

    public OrderNo place(Actor buyer, String sku, int quantity) {
        var orders = bean(OrderService.class);
        var command = new PlaceOrder(
                UUID.randomUUID().toString(),
                new SkuId(sku),
                seller(sku),
                quantity,
                true,
                orders.noReturnText().version(),
                "10.0.0." + PHONES.get() % 250,
                "device-" + UUID.randomUUID());
        return ((PlaceResult.Placed) orders.place(buyer, command)).no();
    }

    private SellerId seller(String sku) {
        return sql().sql("select seller_id from offer where sku_code = :sku limit 1")
                .param("sku", sku)
                .query((rs, i) -> new SellerId(rs.getString(1)))
                .single();
    }

    /** Waits for the QR code and pays. */
    public PaymentReceipt pay(Actor buyer, OrderNo no) {
        return pay(readyAttempt(buyer, no));
    }

    public PaymentReceipt pay(String outTradeNo) {
        return pay(Channel.WECHAT, outTradeNo);
    }

    public PaymentReceipt pay(Channel id, String outTradeNo) {
        return bean(Payments.class).receive(channel(id).pay(outTradeNo));
    }

    public String readyAttempt(Actor buyer, OrderNo no) {
        return readyAttempt(buyer, no, Channel.WECHAT);
    }

    public String readyAttempt(Actor buyer, OrderNo no, Channel channel) {
        var payments = bean(Payments.class);
        return await().atMost(PATIENCE)
                .until(
                        () -> payments.ofOrder(buyer, no).stream()
                                .filter(attempt ->
                                        attempt.channel() == channel && attempt.state() == AttemptState.READY)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow()
                .outTradeNo();
    }

    /** The end that the process of an order has reached, seen by somebody of the staff. */
    public void endsAt(Actor staff, OrderNo no, String endElement) {
        await(no + " ends at " + endElement)
                .atMost(PATIENCE)
                .until(() -> bean(ProcessView.class)
                        .of(staff, no.value())
                        .map(picture -> endElement.equals(picture.endElementId()))
                        .orElse(false));
    }

    public void reaches(OrderNo no, OrderState state) {
        await("order " + no + " " + state)
                .atMost(PATIENCE)
                .until(() -> bean(OrderService.class).facts(no).state() == state);
    }

    public TaskRow task(Actor staff, String reference) {
        return await("task for " + reference)
                .atMost(PATIENCE)
                .until(
                        () -> bean(TaskInbox.class)
                                .list(
                                        staff,
                                        new TaskFilter(null, TaskFilter.Whose.ANY, reference),
                                        PageRequest.first(5))
                                .rows(),
                        rows -> rows.size() == 1)
                .getFirst();
    }

    public void decide(Actor staff, TaskRow task, String verdict) {
        var transfer = Decision.needsTransfer(task.elementId(), verdict) ? "ICBC 77" : null;
        bean(TaskInbox.class).decide(staff, task.id(), new Decision(verdict, "looked at it", transfer));
    }

    /** The element the newest running instance of a number stands at. */
    public void standsAt(String businessNo, String elementId) {
        await(businessNo + " at " + elementId)
                .atMost(PATIENCE)
                .until(() -> !instancesAt(businessNo, elementId).isEmpty());
    }

    public List<Long> instancesAt(String businessNo, String elementId) {
        return sql().sql("""
                        select i.process_instance_key from engine.instance i
                        where i.business_no = :no and i.state = 'ACTIVE' and exists (
                          select from engine.element_event a where a.epoch = i.epoch
                          and a.process_instance_key = i.process_instance_key and a.element_id = :element
                          and a.intent = 'ELEMENT_ACTIVATED' and not exists (
                            select from engine.element_event z where z.epoch = a.epoch
                            and z.element_instance_key = a.element_instance_key
                            and z.intent in ('ELEMENT_COMPLETED', 'ELEMENT_TERMINATED')))
                        """)
                .param("no", businessNo)
                .param("element", elementId)
                .query(Long.class)
                .list();
    }

    /** Deletes the broker's directory and nothing else. */
    public void loseBroker() {
        zeebe.wipe();
        zeebe.start();
    }

    /** Cancels every running instance of a number, called ones with their callers. */
    public void killInstances(String businessNo) {
        var keys = sql().sql("select process_instance_key from engine.instance where business_no = :no"
                        + " and state = 'ACTIVE' and parent_instance_key is null")
                .param("no", businessNo)
                .query(Long.class)
                .list();
        keys.forEach(key ->
                bean(CamundaClient.class).newCancelInstanceCommand(key).send().join());
    }

    /** Leaves a failed job of a number one last try. */
    public void leaveOneTry(String businessNo) {
        var jobs = sql().sql("""
                        select j.job_key from engine.job_event j join engine.instance i
                          on i.epoch = j.epoch and i.process_instance_key = j.process_instance_key
                        where i.business_no = :no and i.state = 'ACTIVE' and j.intent = 'FAILED' and j.retries > 1
                          and not exists (select from engine.job_event l where l.epoch = j.epoch
                            and l.process_instance_key = j.process_instance_key and l.position > j.position)
                        """).param("no", businessNo).query(Long.class).list();
        jobs.forEach(key -> bean(CamundaClient.class)
                .newUpdateRetriesCommand(key)
                .retries(1)
                .send()
                .join());
    }

    /** Takes the cards of a SKU out of sale, also those an order has reserved, but for some. */
    public void withdrawCards(String sku, int left) {
        sql().sql("""
                        update card set state = 3, order_no = null, line = null, slot = null, reserved_until = null
                        where state in (0, 1) and id in (select c.id from card c join offer o on o.id = c.offer_id
                          where o.sku_code = :sku and c.state in (0, 1) order by c.state desc, c.id offset :left)
                        """).param("sku", sku).param("left", left).update();
    }

    public long count(String sql, String no) {
        return sql().sql(sql).param("no", no).query(Long.class).single();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "org.kameng.domain",
                "org.kameng.processes",
                "org.kameng.workers.order",
                "org.kameng.workers.purchase",
                "org.kameng.workers.refund"
            },
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
    static class Application {
        @Bean
        PaymentChannels channels() {
            return new PaymentChannels(
                    List.of(new ScriptedChannel(Channel.WECHAT), new ScriptedChannel(Channel.ALIPAY)));
        }

        @Bean
        ScriptedSupplier supplier() {
            return new ScriptedSupplier();
        }

        /** The one that is asked where a machine would die. */
        @Bean
        @Primary
        Crashes crashes() {
            return new Crashes();
        }
    }
}
