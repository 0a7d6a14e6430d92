package org.kameng.workers.supplier;

import java.util.List;
import java.util.Set;
import org.kameng.domain.supplier.SupplierEndpoint;
import org.kameng.domain.supplier.SupplierGateway;
import org.kameng.domain.supplier.SupplierGateway.Answer;

/** Whether a supplier lets in only whom it should: the endpoint that believes a stranger sells on our bill. */
final class ProofExam {
    private static final Set<String> REFUSALS = Set.of("SIGNATURE_REFUSED", "CLOCK_OFF");

    private final SupplierGateway gateway;
    private final SupplierGateway late;
    private final SupplierEndpoint supplier;

    /** @param late signs with a time that is too old */
    ProofExam(SupplierGateway gateway, SupplierGateway late, SupplierEndpoint supplier) {
        this.gateway = gateway;
        this.late = late;
        this.supplier = supplier;
    }

    List<Finding> findings() {
        return List.of(wrongSecret(), oldTime(), replay());
    }

    private Finding wrongSecret() {
        var stranger = new SupplierEndpoint(
                supplier.supplier(),
                supplier.protocol(),
                supplier.base(),
                supplier.key(),
                supplier.secrets().stream().map(ProofExam::another).toList(),
                supplier.cardKey());
        return refused(Rule.WRONG_SECRET, gateway.balance(stranger));
    }

    /** As long as the true one and of the same form. */
    private static String another(String secret) {
        var last = secret.endsWith("0") ? "1" : "0";
        return secret.substring(0, secret.length() - 1) + last;
    }

    private Finding oldTime() {
        return refused(Rule.OLD_TIME, late.balance(supplier));
    }

    private Finding replay() {
        return gateway instanceof KspGateway ksp
                ? refused(Rule.REPLAY, ksp.balanceTwice(supplier))
                : Finding.skipped(Rule.REPLAY, "no nonce in this protocol");
    }

    private static Finding refused(Rule rule, Answer<?> answer) {
        boolean good = answer instanceof Answer.Unknown<?> unknown && REFUSALS.contains(unknown.code());
        return Finding.of(rule, good, Outcomes.of(answer));
    }
}
