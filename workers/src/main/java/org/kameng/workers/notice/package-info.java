/** The last step of a message to a person: text messages through the gateway, mail through SMTP. */
@NullMarked
package org.kameng.workers.notice;

import org.jspecify.annotations.NullMarked;
