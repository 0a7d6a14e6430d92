/** Suppliers on the screens of staff: how they do, the sources that lean on them, and every exchange as it was. */
@NullMarked
package org.kameng.ui.supplier;

import org.jspecify.annotations.NullMarked;
