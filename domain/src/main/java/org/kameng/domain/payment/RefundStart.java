package org.kameng.domain.payment;

import org.jspecify.annotations.Nullable;

/** What job {@code request-refund} found; with a request the channel is to be asked (again, under the number it bears there). */
public record RefundStart(RefundState state, @Nullable RefundRequest request) {}
