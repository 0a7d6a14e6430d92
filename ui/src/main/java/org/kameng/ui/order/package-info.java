/** Buying and following an order, for the customer and for the staff. */
@NullMarked
package org.kameng.ui.order;

import org.jspecify.annotations.NullMarked;
