/** The card box of a customer and the batches of an operator. */
@NullMarked
package org.kameng.ui.vault;

import org.jspecify.annotations.NullMarked;
