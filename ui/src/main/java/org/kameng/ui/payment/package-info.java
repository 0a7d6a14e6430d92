/** Pictures of money on its way: the QR code and the lists of payments and refunds. */
@NullMarked
package org.kameng.ui.payment;

import org.jspecify.annotations.NullMarked;
