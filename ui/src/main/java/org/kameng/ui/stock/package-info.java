/** Stock under scrutiny: the meter with its alerts, and a batch with its recall. */
@NullMarked
package org.kameng.ui.stock;

import org.jspecify.annotations.NullMarked;
