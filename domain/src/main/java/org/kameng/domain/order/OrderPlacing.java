package org.kameng.domain.order;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.catalog.Catalog;
import org.kameng.domain.catalog.OfferTerms;
import org.kameng.domain.catalog.SkuKind;
import org.kameng.domain.outbox.Outbox;
import org.kameng.domain.outbox.OutboxMessage;
import org.kameng.domain.risk.RiskDecision;
import org.kameng.domain.risk.RiskService;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Ids;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.crypto.BlindIndex;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.kameng.domain.vault.CardStock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Places an order: one transaction that keeps all of it or nothing. */
@Component
class OrderPlacing {
    private final AccountService accounts;
    private final Catalog catalog;
    private final CardStock stock;
    private final RiskService risk;
    private final Orders orders;
    private final PlacingReads reads;
    private final OrderAccounts topUps;
    private final ObjectProvider<Supply> supplies;
    private final GuestNotice guests;
    private final Outbox outbox;
    private final AuditLog audit;
    private final FieldCipher cipher;
    private final BlindIndex index;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OrderPlacing(
            AccountService accounts,
            Catalog catalog,
            CardStock stock,
            RiskService risk,
            Orders orders,
            PlacingReads reads,
            OrderAccounts topUps,
            ObjectProvider<Supply> supplies,
            GuestNotice guests,
            Outbox outbox,
            AuditLog audit,
            FieldCipher cipher,
            BlindIndex index,
            Ids ids,
            Clock clock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.catalog = catalog;
        this.stock = stock;
        this.risk = risk;
        this.orders = orders;
        this.reads = reads;
        this.topUps = topUps;
        this.supplies = supplies;
        this.guests = guests;
        this.outbox = outbox;
        this.audit = audit;
        this.cipher = cipher;
        this.index = index;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    PlaceResult place(Actor customer, PlaceOrder command) {
        customer.require(Role.CUSTOMER, Role.GUEST, Role.DISTRIBUTOR);
        requireText(command.requestId(), "requestId", OrderRules.MAX_REQUEST_ID);
        requireText(command.ip(), "ip", 64);
        requireText(command.device(), "device", 200);
        guests.mayPlace(customer);
        var account = accounts.find(customer.requireAccount())
                .orElseThrow(() -> new DomainException(ErrorCode.ACCESS_DENIED));
        var buyer = new Buyer(account.id(), account.createdAt(), customer.has(Role.DISTRIBUTOR));
        var request = new PlacingRequest(customer, buyer, command, index.of("order|device", command.device()), 0);
        var result = placed(request);
        return switch (result) {
            case PlaceResult.SoldOut(var left)
            when couldBuy(command, command.quantity() - left) ->
                placed(new PlacingRequest(customer, buyer, command, request.deviceIndex(), command.quantity() - left));
            case PlaceResult.Placed placed -> placed;
            case PlaceResult.SoldOut soldOut -> soldOut;
            case PlaceResult.Refused refused -> refused;
        };
    }

    // Suppliers are asked between two tries, when no connection is held: an order that stock can fill never waits for
    // them.
    private boolean couldBuy(PlaceOrder command, int missing) {
        return supplies.stream()
                .anyMatch(supply -> supply.available(command.sku(), command.seller(), missing) >= missing);
    }

    private PlaceResult placed(PlacingRequest request) {
        return Objects.requireNonNull(transaction.execute(status -> place(status, request)));
    }

    private PlaceResult place(TransactionStatus status, PlacingRequest request) {
        var command = request.command();
        // One order of a buyer and of a device at a time: a double click finds its twin, and the limits count right.
        reads.lockBuyer(request.buyer().id());
        var twin = reads.byRequest(request.buyer().id(), command.requestId());
        if (twin.isPresent()) return new PlaceResult.Placed(twin.get());
        reads.lockDevice(request.deviceIndex());
        var terms = catalog.terms(command.sku(), command.seller());
        var refusal = terms.flatMap(found -> refusal(request, found));
        if (terms.isEmpty()) return refused(ErrorCode.OFFER_NOT_ON_SALE);
        if (refusal.isPresent()) return refusal.get();
        return reserve(status, request, terms.get());
    }

    private Optional<PlaceResult> refusal(PlacingRequest request, OfferTerms terms) {
        var command = request.command();
        var most = terms.most(request.buyer().business());
        if (command.quantity() < 1 || command.quantity() > most)
            return Optional.of(refused(ErrorCode.QUANTITY_INVALID, most));
        var price = command.price();
        if (price != null && !price.equals(terms.price()))
            return Optional.of(refused(ErrorCode.PRICE_CHANGED, terms.price().toYuanText()));
        if (!command.noReturnAck()
                || !command.noReturnTextVersion()
                        .equals(reads.noReturnText(clock.instant()).version()))
            return Optional.of(refused(ErrorCode.NO_RETURN_NOT_CONFIRMED));
        if (reads.unpaidOf(request.buyer().id()) >= OrderRules.UNPAID_PER_ACCOUNT)
            return Optional.of(refused(ErrorCode.TOO_MANY_UNPAID_ORDERS, OrderRules.UNPAID_PER_ACCOUNT));
        if (reads.unpaidOfDevice(request.deviceIndex()) >= OrderRules.UNPAID_PER_DEVICE)
            return Optional.of(refused(ErrorCode.TOO_MANY_UNPAID_ORDERS, OrderRules.UNPAID_PER_DEVICE));
        if (terms.kind() == SkuKind.DIRECT
                && !topUps.text(clock.instant()).version().equals(command.accountConsentVersion()))
            return Optional.of(refused(ErrorCode.ACCOUNT_CONSENT_MISSING));
        return Optional.empty();
    }

    private PlaceResult reserve(TransactionStatus status, PlacingRequest request, OfferTerms terms) {
        var no = new OrderNo(ids.next("KM"));
        var now = clock.instant();
        var decision = risk.atOrder(request.facts(no, terms, now));
        if (decision.score() >= RiskDecision.REFUSE_FROM) {
            audit.record(
                    request.customer(),
                    "order.refused",
                    "order",
                    no.value(),
                    Map.of("score", decision.score(), "ruleVersion", decision.ruleVersion()));
            return refused(ErrorCode.ORDER_REFUSED);
        }
        var deadline = OrderRules.paymentDeadline(now);
        var quantity = request.command().quantity();
        var units = new CardStock.Units(no, 1, terms.sku(), terms.seller(), quantity);
        var reserved = terms.kind() == SkuKind.CARD ? stock.reserve(units, deadline) : 0;
        if (reserved + request.toBuy() < quantity) {
            status.setRollbackOnly();
            return new PlaceResult.SoldOut(reserved);
        }
        var order = new Order(no, terms, quantity, origin(no, request, now), decision, now);
        orders.add(order);
        if (terms.kind() == SkuKind.DIRECT) topUps.keep(order, request.command(), now);
        tell(request, order, terms, decision, deadline);
        guests.placed(request.customer(), no);
        return new PlaceResult.Placed(no);
    }

    private void tell(PlacingRequest request, Order order, OfferTerms terms, RiskDecision decision, Instant deadline) {
        var no = order.no().value();
        var command = request.command();
        audit.record(
                request.customer(),
                "order.placed",
                "order",
                no,
                Map.of(
                        "sku",
                        terms.sku().value(),
                        "seller",
                        terms.seller().value(),
                        "quantity",
                        command.quantity(),
                        "unitFen",
                        terms.price().fen(),
                        "priceVersion",
                        terms.priceVersion(),
                        "ruleVersion",
                        decision.ruleVersion(),
                        "score",
                        decision.score(),
                        "noReturnText",
                        command.noReturnTextVersion()));
        outbox.add(new OutboxMessage(
                "order-placed",
                no,
                "order-placed:" + no,
                Map.of(
                        "orderNo",
                        no,
                        "paymentDeadline",
                        deadline.toString(),
                        "riskScore",
                        decision.score(),
                        "riskFlags",
                        decision.flags())));
    }

    private OrderOrigin origin(OrderNo no, PlacingRequest request, Instant now) {
        var command = request.command();
        var buyer = request.buyer();
        return new OrderOrigin(
                command.requestId(),
                buyer.id().value(),
                buyer.since(),
                buyer.business(),
                cipher.encrypt(OrderSeals.ip(no), command.ip()),
                cipher.encrypt(OrderSeals.device(no), command.device()),
                request.deviceIndex(),
                command.noReturnTextVersion(),
                now);
    }

    private static PlaceResult refused(ErrorCode code, Object... args) {
        return new PlaceResult.Refused(code, List.of(args));
    }

    private static void requireText(String text, String field, int max) {
        if (text.isBlank() || text.length() > max) throw new DomainException(ErrorCode.INVALID_INPUT, field);
    }
}
