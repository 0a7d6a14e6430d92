package org.kameng.domain.statistics;

import java.time.Duration;
import java.time.Instant;

/** From payment to delivery: how long half of the orders took at most, and 95 of 100; at most 10 % above the truth. */
public record Latency(Instant start, long orders, Duration half, Duration most) {}
