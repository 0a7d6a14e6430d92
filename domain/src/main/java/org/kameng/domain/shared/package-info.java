/** Values and promises that every feature shares; grows only by agreement. */
@NullMarked
package org.kameng.domain.shared;

import org.jspecify.annotations.NullMarked;
