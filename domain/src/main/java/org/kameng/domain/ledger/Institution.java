package org.kameng.domain.ledger;

/** Whose account at the channel a transfer mirrors; the mark keeps one institution's transaction ids apart from another's. */
public enum Institution {
    WECHAT("CHANNEL_WX", "wx"),
    ALIPAY("CHANNEL_ALI", "ali");

    private final String account;
    private final String mark;

    Institution(String account, String mark) {
        this.account = account;
        this.mark = mark;
    }

    public String account() {
        return account;
    }

    String mark() {
        return mark;
    }
}
