/** The cards themselves: import, stock, sealed secrets, and the act of revealing one to its owner. */
@NullMarked
package org.kameng.domain.vault;

import org.jspecify.annotations.NullMarked;
