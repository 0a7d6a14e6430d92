/** The jobs of process order-to-delivery. */
@NullMarked
package org.kameng.workers.order;

import org.jspecify.annotations.NullMarked;
