package org.kameng.domain.payment;

/** A licensed institution that moves money. */
public enum Channel {
    WECHAT
}
