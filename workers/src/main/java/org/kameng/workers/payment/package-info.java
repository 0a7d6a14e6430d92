/** The way to the payment channels and back: calls out through the official SDKs, signed notifications in, and asking when none came. */
@NullMarked
package org.kameng.workers.payment;

import org.jspecify.annotations.NullMarked;
