/** Orders from placing to delivery, with the reservation of every unit and one seller each. */
@NullMarked
package org.kameng.domain.order;

import org.jspecify.annotations.NullMarked;
