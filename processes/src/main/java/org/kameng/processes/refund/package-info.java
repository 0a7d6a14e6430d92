/** The process payment-refund: its names and its start. */
@NullMarked
package org.kameng.processes.refund;

import org.jspecify.annotations.NullMarked;
