/** Coming in: log-in, registration, forgotten passwords, and the rules of a session. */
@NullMarked
package org.kameng.ui.account;

import org.jspecify.annotations.NullMarked;
