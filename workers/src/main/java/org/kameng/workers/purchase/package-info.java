/** The jobs of process supplier-purchase. */
@NullMarked
package org.kameng.workers.purchase;

import org.jspecify.annotations.NullMarked;
