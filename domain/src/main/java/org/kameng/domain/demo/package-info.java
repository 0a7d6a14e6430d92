/** Fictional sellers, products, cards and log-ins for a demonstration. */
@NullMarked
package org.kameng.domain.demo;

import org.jspecify.annotations.NullMarked;
