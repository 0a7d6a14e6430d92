/** Rules that look at an order before it is placed and before it is delivered. */
@NullMarked
package org.kameng.domain.risk;

import org.jspecify.annotations.NullMarked;
