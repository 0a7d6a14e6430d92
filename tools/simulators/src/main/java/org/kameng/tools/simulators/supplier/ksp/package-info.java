/** KSP/1 as its supplier speaks it: HMAC over both directions, cards sealed for one order and one SKU. */
@NullMarked
package org.kameng.tools.simulators.supplier.ksp;

import org.jspecify.annotations.NullMarked;
