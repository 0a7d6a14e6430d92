/** What we do not own, played true to the wire and only for development and tests: WeChat Pay, Alipay, an SMS gateway, a mail server. */
@NullMarked
package org.kameng.tools.simulators;

import org.jspecify.annotations.NullMarked;
