/** The purchase desk: what was bought upstream and waits for a person, unclear first, and what that person may do about it. */
@NullMarked
package org.kameng.ui.purchase;

import org.jspecify.annotations.NullMarked;
