/** People who may act: how they register, prove who they are, and what they may do. */
@NullMarked
package org.kameng.domain.account;

import org.jspecify.annotations.NullMarked;
