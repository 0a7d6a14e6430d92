/** The way to WeChat Pay and back: calls out through the official SDK, signed notifications in, and asking when none came. */
@NullMarked
package org.kameng.workers.payment;

import org.jspecify.annotations.NullMarked;
