package org.kameng.domain.order;

import java.time.Instant;
import org.kameng.domain.shared.AccountId;

/** Who buys, since when known, and whether for business. */
record Buyer(AccountId id, Instant since, boolean business) {}
