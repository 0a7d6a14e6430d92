package org.kameng.domain.supplier;

/** How many purchases need eyes, by why. */
public record DeskCounts(int unknown, int badGoods, int pending, int partial, int proposed) {
    public int all() {
        return unknown + badGoods + pending + partial;
    }
}
