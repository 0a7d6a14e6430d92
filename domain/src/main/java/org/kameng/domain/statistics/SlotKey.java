package org.kameng.domain.statistics;

import java.time.Instant;

/** What is counted where. */
record SlotKey(Measure measure, Instant slot, String label) {}
