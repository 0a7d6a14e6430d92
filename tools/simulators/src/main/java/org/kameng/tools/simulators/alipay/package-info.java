/** The Alipay gateway v1 for platforms (直付通): codes, queries, refunds and signed notifications, with knobs for every kind of trouble. */
@NullMarked
package org.kameng.tools.simulators.alipay;

import org.jspecify.annotations.NullMarked;
