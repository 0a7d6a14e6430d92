/** Facts that must leave the database: stored with the change that made them, leased by a relay, sent at least once. */
@NullMarked
package org.kameng.domain.outbox;

import org.jspecify.annotations.NullMarked;
