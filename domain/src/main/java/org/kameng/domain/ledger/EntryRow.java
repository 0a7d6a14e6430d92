package org.kameng.domain.ledger;

import java.time.Instant;
import org.kameng.domain.shared.Money;

/** An entry as staff read it. */
public record EntryRow(String transferId, String kind, String account, Money amount, Instant postedAt) {}
