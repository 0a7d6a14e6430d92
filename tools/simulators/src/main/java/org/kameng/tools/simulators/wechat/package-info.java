/** WeChat Pay v3 for platforms (平台收付通): native orders, refunds and signed notifications, with knobs for every kind of trouble. */
@NullMarked
package org.kameng.tools.simulators.wechat;

import org.jspecify.annotations.NullMarked;
