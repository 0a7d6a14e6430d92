package org.kameng.domain.shared;

/** An exact amount in the smallest unit of its currency (fen for CNY). Arithmetic overflows loudly and never mixes currencies. */
public record Money(long fen, String currency) implements Comparable<Money> {
    public static final String CNY = "CNY";
    public static final Money ZERO = ofFen(0);

    public Money {
        if (!currency.matches("[A-Z]{3}")) throw new IllegalArgumentException("not a currency code");
    }

    public static Money ofFen(long fen) {
        return new Money(fen, CNY);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, sameCurrency(other).fen), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, sameCurrency(other).fen), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(fen, factor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(fen), currency);
    }

    public boolean isPositive() {
        return fen > 0;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    public boolean isZero() {
        return fen == 0;
    }

    /** Yuan with two decimals and no grouping, for example {@code 29.40} or {@code -0.05}. */
    public String toYuanText() {
        var cents = "%02d".formatted(Math.abs(fen % 100));
        return (fen < 0 ? "-" : "") + Long.toUnsignedString(Math.abs(fen / 100)) + "." + cents;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, sameCurrency(other).fen);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) throw new IllegalArgumentException("amounts of two currencies");
        return other;
    }
}
