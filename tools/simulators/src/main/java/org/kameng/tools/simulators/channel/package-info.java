/** What every simulated payment channel has: notifications in a rhythm, a journalled shelf of trades and refunds, pages for people. */
@NullMarked
package org.kameng.tools.simulators.channel;

import org.jspecify.annotations.NullMarked;
