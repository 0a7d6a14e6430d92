package org.kameng.workers.supplier;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.PurchaseReply.Reason;
import org.kameng.domain.supplier.PurchaseRequest;
import org.kameng.domain.supplier.SuppliedItem;
import org.kameng.domain.supplier.SupplierBalance;
import org.kameng.domain.supplier.SupplierEndpoint;
import org.kameng.domain.supplier.SupplierGateway;
import org.kameng.domain.supplier.SupplierGateway.Answer;

/** Buys, and looks whether what is bought, said and charged agree. */
final class PurchaseExam {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final SupplierGateway gateway;
    private final SupplierEndpoint supplier;
    private final Trial trial;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final List<Finding> findings = new ArrayList<>();
    private Money charged = Money.ZERO;

    PurchaseExam(SupplierGateway gateway, SupplierEndpoint supplier, Trial trial, Clock clock) {
        this.gateway = gateway;
        this.supplier = supplier;
        this.trial = trial;
        this.clock = clock;
    }

    List<Finding> findings() {
        var sku = trial.cardSku();
        findings.add(noOrder(sku == null ? "KAMENG-NO-SUCH-SKU" : sku));
        if (sku == null) {
            skip(
                    "no product given",
                    Rule.PURCHASE,
                    Rule.SAME_AGAIN,
                    Rule.CONFLICT,
                    Rule.CHARGE,
                    Rule.PRICE_LIMIT,
                    Rule.DISTINCT);
        } else {
            buy(sku);
        }
        findings.add(badAccount());
        return findings;
    }

    private void skip(String why, Rule... rules) {
        for (var rule : rules) {
            findings.add(Finding.skipped(rule, why));
        }
    }

    private Finding noOrder(String sku) {
        var request = request(sku, false, 1, Map.of());
        var reply = gateway.query(supplier, request);
        return Finding.of(Rule.NO_ORDER, reply instanceof PurchaseReply.NotFound, Outcomes.of(reply, request));
    }

    private void buy(String sku) {
        var before = balance();
        var request = request(sku, false, 1, Map.of());
        var reply = settle(request);
        boolean good = reply instanceof PurchaseReply.Finished finished && isGood(finished, request);
        findings.add(Finding.of(Rule.PURCHASE, good, seen(reply, request)));
        if (reply instanceof PurchaseReply.Finished first) {
            charged = charged.plus(first.cost());
            var again = gateway.purchase(supplier, request);
            findings.add(Finding.of(Rule.SAME_AGAIN, again.equals(first), seen(again, request)));
            findings.add(conflict(request));
            several(sku);
            findings.add(charge(before));
        } else {
            skip("no purchase", Rule.SAME_AGAIN, Rule.CONFLICT, Rule.DISTINCT, Rule.CHARGE);
        }
        findings.add(priceLimit(sku));
    }

    private static boolean isGood(PurchaseReply.Finished finished, PurchaseRequest request) {
        return finished.supplierSku().equals(request.supplierSku())
                && finished.delivered() == request.quantity()
                && finished.cost().compareTo(request.maxCost()) <= 0
                && finished.items().size() == request.quantity()
                && finished.items().stream().allMatch(SuppliedItem.Card.class::isInstance);
    }

    private Finding conflict(PurchaseRequest request) {
        var changed = new PurchaseRequest(
                request.purchaseNo(),
                request.supplierSku(),
                false,
                request.quantity() + 1,
                trial.unitLimit().times(request.quantity() + 1L),
                Map.of(),
                request.notifyUrl());
        var reply = gateway.purchase(supplier, changed);
        boolean refused =
                reply instanceof PurchaseReply.Failed failed && failed.reason() == Reason.IDEMPOTENCY_CONFLICT;
        return Finding.of(Rule.CONFLICT, refused, Outcomes.of(reply, changed));
    }

    private void several(String sku) {
        var request = request(sku, false, 2, Map.of());
        var reply = settle(request);
        var numbers = new HashSet<String>();
        if (reply instanceof PurchaseReply.Finished finished) {
            charged = charged.plus(finished.cost());
            for (var item : finished.items()) {
                if (item instanceof SuppliedItem.Card card) {
                    numbers.add(card.number());
                }
            }
        }
        findings.add(Finding.of(
                Rule.DISTINCT, numbers.size() == 2, seen(reply, request) + ", " + numbers.size() + " different"));
    }

    private Finding charge(@Nullable Money before) {
        var after = balance();
        if (before == null || after == null) {
            return Finding.skipped(Rule.CHARGE, "no balance");
        }
        var fell = before.minus(after);
        return Finding.of(
                Rule.CHARGE, fell.equals(charged), "said " + charged.toYuanText() + ", charged " + fell.toYuanText());
    }

    private Finding priceLimit(String sku) {
        var before = balance();
        var request = new PurchaseRequest(number(), sku, false, 1, Money.ofFen(1), Map.of(), trial.notifyUrl());
        var reply = gateway.purchase(supplier, request);
        boolean refused = reply instanceof PurchaseReply.Failed failed && failed.reason() == Reason.COST_EXCEEDED;
        boolean free = before != null && before.equals(balance());
        return Finding.of(
                Rule.PRICE_LIMIT, refused && free, Outcomes.of(reply, request) + (free ? "" : ", balance changed"));
    }

    private Finding badAccount() {
        var sku = trial.directSku();
        if (sku == null) {
            return Finding.skipped(Rule.BAD_ACCOUNT, "no top-up given");
        }
        var request = request(sku, true, 1, trial.badAccount());
        var reply = settle(request);
        boolean refused = reply instanceof PurchaseReply.Failed failed && failed.reason() == Reason.ACCOUNT_INVALID;
        return Finding.of(Rule.BAD_ACCOUNT, refused, Outcomes.of(reply, request));
    }

    /** Buys and asks until it is done, or for as long as the patience lasts. */
    private PurchaseReply settle(PurchaseRequest request) {
        var until = clock.instant().plus(trial.patience());
        var reply = gateway.purchase(supplier, request);
        while (isOpen(reply) && clock.instant().isBefore(until)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE.toMillis()));
            reply = gateway.query(supplier, request);
        }
        return reply;
    }

    private static boolean isOpen(PurchaseReply reply) {
        return switch (reply) {
            case PurchaseReply.Processing processing -> true;
            case PurchaseReply.Unknown unknown -> true;
            case PurchaseReply.NotFound none -> false;
            case PurchaseReply.CancelRefused refused -> false;
            case PurchaseReply.Finished finished -> false;
            case PurchaseReply.Failed failed -> false;
        };
    }

    private static String seen(PurchaseReply reply, PurchaseRequest request) {
        var outcome = Outcomes.of(reply, request);
        if (reply instanceof PurchaseReply.Finished finished) {
            long cards = finished.items().stream()
                    .filter(SuppliedItem.Card.class::isInstance)
                    .count();
            return outcome + " " + finished.supplierSku() + ", " + finished.delivered() + " delivered, " + cards
                    + " readable";
        }
        return outcome;
    }

    private @Nullable Money balance() {
        return gateway.balance(supplier) instanceof Answer.Known<SupplierBalance> known
                ? known.value().balance()
                : null;
    }

    private PurchaseRequest request(String sku, boolean direct, int quantity, Map<String, String> account) {
        var limit = trial.unitLimit().times(quantity);
        return new PurchaseRequest(number(), sku, direct, quantity, limit, account, trial.notifyUrl());
    }

    private String number() {
        var bytes = new byte[10];
        random.nextBytes(bytes);
        return "KC" + HexFormat.of().formatHex(bytes);
    }
}
