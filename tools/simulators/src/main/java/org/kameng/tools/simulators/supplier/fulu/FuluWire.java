package org.kameng.tools.simulators.supplier.fulu;

import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.supplier.Desk;
import org.kameng.tools.simulators.supplier.Dialect;
import org.kameng.tools.simulators.supplier.Digests;
import org.kameng.tools.simulators.supplier.Wire;

/** The style of 福禄: the signing secret, 32 characters, is the key of the cards too. */
public final class FuluWire implements Wire {
    private static final int CHARACTERS = 32;

    @Override
    public String newKey() {
        return Digests.hex(CHARACTERS);
    }

    @Override
    public String newSecret(@Nullable String old) {
        return Digests.hex(CHARACTERS);
    }

    @Override
    public String newCardKey() {
        return "";
    }

    @Override
    public Dialect open(Desk desk) {
        return new FuluDialect(desk);
    }
}
