/** Keys by version, the cipher for personal fields and the blind index that makes them findable. */
@NullMarked
package org.kameng.domain.shared.crypto;

import org.jspecify.annotations.NullMarked;
