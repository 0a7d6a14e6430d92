/** The append-only double-entry ledger that mirrors the institution's accounts. */
@NullMarked
package org.kameng.domain.ledger;

import org.jspecify.annotations.NullMarked;
