/** An SMS gateway that shows its messages on a phone. */
@NullMarked
package org.kameng.tools.simulators.sms;

import org.jspecify.annotations.NullMarked;
