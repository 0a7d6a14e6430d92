/** Who sells to our sellers: suppliers and their sources, purchases with every outcome, the calls that were made, and the brakes. */
@NullMarked
package org.kameng.domain.supplier;

import org.jspecify.annotations.NullMarked;
