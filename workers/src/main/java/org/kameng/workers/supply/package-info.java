/** Keeps what suppliers have, cost and owe us up to date: asks them in a rhythm, and at once when they said that something changed. */
@NullMarked
package org.kameng.workers.supply;

import org.jspecify.annotations.NullMarked;
