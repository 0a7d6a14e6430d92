package org.kameng.domain;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.order.PlaceOrder;
import org.kameng.domain.order.PlaceResult;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.ChannelNotice;
import org.kameng.domain.payment.PaymentReceipt;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.kameng.domain.vault.CardVault;
import org.kameng.domain.vault.ImportReport;

/** A small shop for persistence tests: offers of their own, customers, and the steps of an order. */
public final class ShopFixture {
    public static final Actor OPERATOR = DomainTestContext.person("olga", Role.OPERATOR);
    public static final Actor FINANCE = DomainTestContext.person("fina", Role.FINANCE);
    public static final Actor SUPPORT = DomainTestContext.person("sam", Role.SUPPORT_AGENT);
    private static final String SMID = "208800";
    private static final AtomicLong NEXT = new AtomicLong(1);

    private final DomainTestContext context;
    private final OrderService orders;
    private final Payments payments;
    private final CardVault vault;

    public ShopFixture() {
        this(DomainTestContext.shared());
    }

    public ShopFixture(DomainTestContext context) {
        this.context = context;
        this.orders = context.bean(OrderService.class);
        this.payments = context.bean(Payments.class);
        this.vault = context.bean(CardVault.class);
    }

    /** An offer nobody else uses. */
    public record Offer(SkuId sku, SellerId seller, String subMchid, Money price) {
        /** The seller's number at a channel. */
        public String merchant(Channel channel) {
            return switch (channel) {
                case WECHAT -> subMchid;
                case ALIPAY -> SMID + subMchid;
            };
        }
    }

    public DomainTestContext context() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.bean(type);
    }

    /** A new SKU at a new seller for 29.40 yuan with 2 % commission. */
    public Offer offer() {
        return offer(2940);
    }

    public Offer offer(long priceFen) {
        var n = NEXT.getAndIncrement();
        var now = SqlTime.of(context.clock().instant());
        var sub = "18%08d".formatted(n);
        var seller = "seller-" + n;
        context.sql()
                .sql("insert into category values ('test', '测试', 'Test', 9) on conflict do nothing")
                .update();
        context.sql()
                .sql("insert into seller values (:id, :name, :uscc, :sub, true, :now, :smid)")
                .param("id", seller)
                .param("name", "测试商户 " + n)
                .param("uscc", "91%016d".formatted(n))
                .param("sub", sub)
                .param("smid", SMID + sub)
                .param("now", now)
                .update();
        var product = context.sql()
                .sql("""
                        insert into product (slug, category_code, name_zh, name_en, about_zh, about_en, position, on_sale, created_at)
                        values (:slug, 'test', '测试点卡', 'Test card', '', '', 1, true, :now) returning id""")
                .param("slug", "test-" + n)
                .param("now", now)
                .query(Long.class)
                .single();
        var sku = new SkuId("TEST-" + n);
        context.sql()
                .sql("""
                        insert into sku values (:code, :product, 'CARD', '测试点卡 30', 'Test 30', 3000, 'CN', 'g', 'g', 'l', 'l', 'r', 'r', 20)""")
                .param("code", sku.value())
                .param("product", product)
                .update();
        context.sql()
                .sql("""
                        insert into offer (sku_code, seller_id, price_fen, price_version, commission_bp, on_sale)
                        values (:sku, :seller, :price, 1, 200, true)""")
                .param("sku", sku.value())
                .param("seller", seller)
                .param("price", priceFen)
                .update();
        return new Offer(sku, new SellerId(seller), sub, Money.ofFen(priceFen));
    }

    /** An offer with so many fresh cards. */
    public Offer offerWithCards(int cards) {
        var offer = offer();
        addCards(offer, cards, "");
        return offer;
    }

    public ImportReport addCards(Offer offer, int cards, String expiresOn) {
        var csv = new StringBuilder("no,pwd,url,pin,expires_on\n");
        for (var i = 0; i < cards; i++)
            csv.append("T")
                    .append(NEXT.getAndIncrement())
                    .append("-CARD,pw")
                    .append(i)
                    .append(",,,")
                    .append(expiresOn)
                    .append('\n');
        return importCsv(offer, csv.toString());
    }

    public ImportReport importCsv(Offer offer, String csv) {
        var bytes = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        return vault.importBatch(OPERATOR, offer.sku(), offer.seller(), "cards.csv", bytes);
    }

    /** A customer with an account row; registered long ago. */
    public Actor customer() {
        var id = new AccountId(UUID.randomUUID());
        var index = new byte[32];
        java.util.concurrent.ThreadLocalRandom.current().nextBytes(index);
        var phone = context.bean(FieldCipher.class)
                .encrypt("account|phone|" + id, "139%08d".formatted(NEXT.getAndIncrement()));
        context.sql()
                .sql("""
                        insert into account (id, version, security_version, phone_sealed, phone_index, phone_index_version, display_name,
                          password_hash, created_at, changed_at)
                        values (:id, 0, 0, :phone, :index, 1, '买家', 'none', :at, :at)""")
                .param("id", id.value())
                .param("index", index)
                .param("phone", phone)
                .param("at", SqlTime.of(context.clock().instant().minus(java.time.Duration.ofDays(60))))
                .update();
        context.sql()
                .sql("insert into account_role values (:id, 'CUSTOMER')")
                .param("id", id.value())
                .update();
        return new Actor(id, "买家", Set.of(Role.CUSTOMER));
    }

    /** A customer who may place big orders. */
    public Actor distributor() {
        var customer = customer();
        return new Actor(customer.account(), customer.name(), Set.of(Role.CUSTOMER, Role.DISTRIBUTOR));
    }

    /** An order with all its cards in the buyer's box. */
    public OrderNo delivered(Actor buyer, Offer offer, int quantity) {
        var no = placed(buyer, offer, quantity);
        pay(no, offer, quantity);
        orders.deliverFromStock(no);
        return no;
    }

    public PlaceOrder wish(Offer offer, int quantity) {
        return wish(offer, quantity, "device-" + UUID.randomUUID());
    }

    public PlaceOrder wish(Offer offer, int quantity, String device) {
        var request = UUID.randomUUID().toString();
        var text = orders.noReturnText().version();
        return new PlaceOrder(request, offer.sku(), offer.seller(), quantity, true, text, "127.0.0.1", device);
    }

    public OrderNo placed(Actor customer, Offer offer, int quantity) {
        return switch (orders.place(customer, wish(offer, quantity))) {
            case PlaceResult.Placed placed -> placed.no();
            case PlaceResult.SoldOut soldOut -> throw new AssertionError("sold out, " + soldOut.left() + " left");
            case PlaceResult.Refused refused -> throw new AssertionError("refused: " + refused.code());
        };
    }

    /** What the channel would say about an open or new attempt of the order. */
    public ChannelNotice notice(OrderNo no, Offer offer, Money amount) {
        return notice(no, Channel.WECHAT, offer, amount);
    }

    public ChannelNotice notice(OrderNo no, Channel channel, Offer offer, Money amount) {
        return notice(channel, payments.beginAttempt(no, channel).outTradeNo(), offer, amount);
    }

    public ChannelNotice notice(String outTradeNo, Offer offer, Money amount) {
        return notice(Channel.WECHAT, outTradeNo, offer, amount);
    }

    public ChannelNotice notice(Channel channel, String outTradeNo, Offer offer, Money amount) {
        return new ChannelNotice(
                channel,
                "42" + UUID.randomUUID().toString().replace("-", ""),
                outTradeNo,
                offer.merchant(channel),
                amount,
                "payer-" + outTradeNo,
                context.clock().instant(),
                ChannelNotice.Source.NOTIFICATION);
    }

    public PaymentReceipt pay(OrderNo no, Offer offer, int quantity) {
        return payments.receive(notice(no, offer, offer.price().times(quantity)));
    }

    public OrderState state(OrderNo no) {
        return orders.facts(no).state();
    }
}
