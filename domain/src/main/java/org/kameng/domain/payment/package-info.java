/** Attempts to pay, what the channel told us, and refunds followed to their end. */
@NullMarked
package org.kameng.domain.payment;

import org.jspecify.annotations.NullMarked;
