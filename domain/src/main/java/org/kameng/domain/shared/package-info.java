/** Values and promises that every feature shares: money, the acting person, errors, pages, leases; grows only by agreement. */
@NullMarked
package org.kameng.domain.shared;

import org.jspecify.annotations.NullMarked;
