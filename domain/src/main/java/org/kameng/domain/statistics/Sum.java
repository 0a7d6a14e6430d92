package org.kameng.domain.statistics;

/** How many, and how much money. */
record Sum(long n, long fen) {
    static final Sum ZERO = new Sum(0, 0);

    Sum plus(Sum other) {
        return new Sum(Math.addExact(n, other.n), Math.addExact(fen, other.fen));
    }
}
