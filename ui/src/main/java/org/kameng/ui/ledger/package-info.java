/** The ledger entries of an order. */
@NullMarked
package org.kameng.ui.ledger;

import org.jspecify.annotations.NullMarked;
