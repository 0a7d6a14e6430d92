/** What is in stock and whether it is true: the meter, its alerts and forecasts, and batches that are called back. */
@NullMarked
package org.kameng.domain.stock;

import org.jspecify.annotations.NullMarked;
