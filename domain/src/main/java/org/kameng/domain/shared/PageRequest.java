package org.kameng.domain.shared;

/** Which rows of a list: offset >= 0, limit 1 to 200. */
public record PageRequest(int offset, int limit) {
    public static final int MAX_LIMIT = 200;

    public PageRequest {
        if (offset < 0) throw new IllegalArgumentException("offset " + offset);
        if (limit < 1 || limit > MAX_LIMIT) throw new IllegalArgumentException("limit " + limit);
    }

    public static PageRequest first(int limit) {
        return new PageRequest(0, limit);
    }

    public int limitPlusOne() {
        return limit + 1;
    }
}
