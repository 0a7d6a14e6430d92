/** The jobs of process payment-refund. */
@NullMarked
package org.kameng.workers.refund;

import org.jspecify.annotations.NullMarked;
