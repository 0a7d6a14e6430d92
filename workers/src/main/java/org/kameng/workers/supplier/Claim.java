package org.kameng.workers.supplier;

import java.util.function.UnaryOperator;
import org.kameng.domain.supplier.Protocol;

/**
 * What a push says of its sender before anybody believes it.
 *
 * @param key our name at the supplier that it claims to come from
 * @param timestamp seconds since 1970
 * @param nonce different for every attempt
 * @param sign the right signature under a given secret
 */
record Claim(
        Protocol protocol, String key, String timestamp, String nonce, String signature, UnaryOperator<String> sign) {
    boolean isComplete() {
        return !key.isEmpty() && !timestamp.isEmpty() && !nonce.isEmpty() && !signature.isEmpty();
    }

    @Override
    public String toString() {
        return "Claim[" + protocol + "]";
    }
}
