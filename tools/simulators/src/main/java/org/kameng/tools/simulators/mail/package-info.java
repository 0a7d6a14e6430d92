/** A mail server that keeps what it is sent and shows it on a page. */
@NullMarked
package org.kameng.tools.simulators.mail;

import org.jspecify.annotations.NullMarked;
