/** What was done by whom, written once in the transaction that did it and never changed. */
@NullMarked
package org.kameng.domain.audit;

import org.jspecify.annotations.NullMarked;
