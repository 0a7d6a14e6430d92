/** Upstream suppliers: what they sell, what they remember, how they misbehave and whom they tell. The wire is in the packages below. */
@NullMarked
package org.kameng.tools.simulators.supplier;

import org.jspecify.annotations.NullMarked;
