/** A supplier in the style of the 闲管家 goods source standard: MD5 over ids and body, plain cards, callbacks. */
@NullMarked
package org.kameng.tools.simulators.supplier.goofish;

import org.jspecify.annotations.NullMarked;
