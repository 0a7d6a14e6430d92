/** The process order-to-delivery: its names, its start, and the reconciler that starts lost orders again. */
@NullMarked
package org.kameng.processes.order;

import org.jspecify.annotations.NullMarked;
